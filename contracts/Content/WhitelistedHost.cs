namespace NewsEducator.Contracts;

/// <summary>A whitelisted host.</summary>
public sealed record WhitelistedHost
{
    public required string Host { get; init; }

    /// <summary>Other names of the same host.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Folders of the host, <c>/pytorch</c> or <c>/pytorch/</c>; empty allows all.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The one rule of the whitelist: what the Collector fetches by and what Compliance screens by.</summary>
    public bool Allows(Uri url) => Names(url) && (Paths.Count == 0 || Paths.Any(path => IsBelow(path.TrimEnd('/'), url.AbsolutePath)));

    /// <summary>The host is this one, whatever its paths.</summary>
    public bool Names(Uri url) =>
        url is { Scheme: "https" or "http", UserInfo: "", IsDefaultPort: true }
        && Aliases.Prepend(Host).Any(name => url.IdnHost.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsBelow(string folder, string path) =>
        path.Equals(folder, StringComparison.OrdinalIgnoreCase) || path.StartsWith($"{folder}/", StringComparison.OrdinalIgnoreCase);
}
