using System.Globalization;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>The environment that git runs in: no prompt, no hook, no settings of the machine or the account.</summary>
internal static class GitEnvironment
{
    // Everything else of the environment, secrets first of all, is none of git's business.
    private static readonly string[] Inherited =
    [
        "PATH",
        "HOME",
        "TMPDIR",
        "SSH_AUTH_SOCK",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
        "http_proxy",
        "https_proxy",
        "HTTPS_PROXY",
        "all_proxy",
        "ALL_PROXY",
        "no_proxy",
        "NO_PROXY",
    ];

    private static readonly Dictionary<string, string> Fixed = new()
    {
        ["LC_ALL"] = "C",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GIT_ATTR_NOSYSTEM"] = "1",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_ASKPASS"] = "true",
        ["SSH_ASKPASS"] = "true",
        ["GIT_ALLOW_PROTOCOL"] = "file:https:http:ssh",
        ["GIT_NO_REPLACE_OBJECTS"] = "1",
        ["GIT_OPTIONAL_LOCKS"] = "0",
    };

    /// <param name="git">The configuration.</param>
    /// <param name="folder">The vault.</param>
    /// <param name="index">The index that git works on; null for the repository's.</param>
    /// <param name="at">The time of a commit.</param>
    public static Dictionary<string, string> Of(GitOptions git, string folder, string? index, DateTimeOffset at)
    {
        var vault = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var now = $"{at.ToUnixTimeSeconds()} +0000";
        var set = Inherited
            .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name)))
            .Where(each => each.Value is not null)
            .ToDictionary(each => each.Key, each => each.Value!);
        foreach (var (name, value) in Fixed)
        {
            set[name] = value;
        }

        set["GIT_SSH_COMMAND"] = SshCommand.Of(git);
        set["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(vault) ?? vault;
        set["GIT_AUTHOR_NAME"] = git.Author;
        set["GIT_AUTHOR_EMAIL"] = git.Email;
        set["GIT_AUTHOR_DATE"] = now;
        set["GIT_COMMITTER_NAME"] = git.Author;
        set["GIT_COMMITTER_EMAIL"] = git.Email;
        set["GIT_COMMITTER_DATE"] = now;
        if (index is not null)
        {
            set["GIT_INDEX_FILE"] = index;
        }

        List<(string Key, string Value)> settings =
        [
            ("safe.directory", vault),
            ("core.hooksPath", "/dev/null"),
            ("core.fsmonitor", "false"),
            ("credential.helper", ""),
            ("gc.auto", "0"),
            ("maintenance.auto", "false"),
            ("submodule.recurse", "false"),
            // The server of another address would get the password too.
            ("http.followRedirects", "false"),
        ];
        if (git.Login is { } login)
        {
            settings.Add(($"http.{git.Remote}.extraHeader", $"Authorization: Basic {login}"));
        }

        if (!string.IsNullOrEmpty(git.TrustedCertificates))
        {
            settings.Add(($"http.{git.Remote}.sslCAInfo", git.TrustedCertificates));
        }

        set["GIT_CONFIG_COUNT"] = settings.Count.ToString(CultureInfo.InvariantCulture);
        foreach (var (number, (key, value)) in settings.Index())
        {
            set[string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_KEY_{number}")] = key;
            set[string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_VALUE_{number}")] = value;
        }

        return set;
    }
}
