using System.Text.RegularExpressions;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>What may be pushed to.</summary>
internal static partial class RemoteAddress
{
    private static readonly string[] Schemes = ["https", "http", "ssh", "file"];

    /// <returns>What is wrong with it; null where it can be used.</returns>
    public static string? FaultOf(string remote)
    {
        if (remote.StartsWith('-') || remote.Any(char.IsControl))
        {
            return "is no address of a git repository.";
        }

        if (Path.IsPathFullyQualified(remote) || ScpLike().IsMatch(remote))
        {
            return null;
        }

        if (!Uri.TryCreate(remote, UriKind.Absolute, out var address) || !Schemes.Contains(address.Scheme))
        {
            return "has to begin with https://, http://, ssh:// or file://, or be git@host:path or an absolute path.";
        }

        return IsHttp(remote) && address.UserInfo.Length > 0
                ? "must not hold user or password, which every process can see; set Publisher:Git:User and Password."
            : address.UserInfo.Contains(':', StringComparison.Ordinal)
                ? "must not hold a password, which every process can see; set Publisher:Git:SshKey."
            : null;
    }

    public static bool IsHttp(string remote) =>
        Uri.TryCreate(remote, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    // git@host:path, which is no URI.
    [GeneratedRegex(@"^[A-Za-z0-9_.]+@[A-Za-z0-9_.][A-Za-z0-9_.-]*:(?!//)\S+$")]
    private static partial Regex ScpLike();
}
