namespace NewsEducator.Collector.Connectors;

/// <summary>Addresses as feeds and pages write them.</summary>
internal static class WebAddress
{
    // "/relative" is a file on Unix, and as such absolute for Uri.
    public static bool IsAbsolute(string address) => !address.StartsWith('/') && Uri.TryCreate(address, UriKind.Absolute, out _);

    /// <returns>Null where it leads nowhere on the web.</returns>
    public static Uri? Resolve(string? address, Uri? from)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        var trimmed = string.Concat(address.Trim().Where(letter => !char.IsControl(letter)));
        if (IsAbsolute(trimmed))
        {
            return new Uri(trimmed);
        }

        return from is not null && Uri.TryCreate(from, trimmed, out var resolved) ? resolved : null;
    }
}
