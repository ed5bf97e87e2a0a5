using System.Buffers;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>How git calls ssh: it asks nobody anything, and knows no host that was not made known to it before.</summary>
internal static class SshCommand
{
    private static readonly SearchValues<char> Special = SearchValues.Create("'\"\\%$~");

    /// <returns>For a shell, as git wants it.</returns>
    public static string Of(GitOptions git)
    {
        List<string> words = ["ssh", "-oBatchMode=yes", "-oStrictHostKeyChecking=yes", "-oConnectTimeout=20"];
        if (!string.IsNullOrEmpty(git.SshKey))
        {
            words.AddRange(["-oIdentitiesOnly=yes", "-oIdentityAgent=none", "-i", git.SshKey]);
        }

        if (!string.IsNullOrEmpty(git.KnownHosts))
        {
            words.AddRange([$"-oUserKnownHostsFile=\"{git.KnownHosts}\"", "-oGlobalKnownHostsFile=/dev/null"]);
        }

        return string.Join(' ', words.Select(word => $"'{word}'"));
    }

    /// <summary>Shell and ssh would read more into such a path: quotes, and what stands for something else.</summary>
    /// <returns>What is wrong with it; null where it can be used.</returns>
    public static string? FaultOf(string file) =>
        !Path.IsPathFullyQualified(file) || file.AsSpan().ContainsAny(Special) || file.Any(char.IsControl)
            ? "has to be the full path of a file, without quotes, \\, %, $ and ~."
        : !File.Exists(file) ? "is no file."
        : null;
}
