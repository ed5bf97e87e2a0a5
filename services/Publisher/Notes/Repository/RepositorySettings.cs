namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>The settings that a vault's own <c>.git/config</c> may hold. Whoever can write the vault can write that file too, and git has
/// settings that run programs, include files or lead to another server.</summary>
internal static class RepositorySettings
{
    private static readonly HashSet<string> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        "advice",
        "author",
        "branch",
        "color",
        "column",
        "commit",
        "committer",
        "gc",
        "gui",
        "i18n",
        "init",
        "log",
        "maintenance",
        "merge",
        "pull",
        "push",
        "rebase",
        "rerere",
        "stash",
        "status",
        "tag",
        "user",
    };

    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "core.autocrlf",
        "core.bare",
        "core.compression",
        "core.eol",
        "core.filemode",
        "core.ignorecase",
        "core.logallrefupdates",
        "core.longpaths",
        "core.precomposeunicode",
        "core.protecthfs",
        "core.protectntfs",
        "core.quotepath",
        "core.repositoryformatversion",
        "core.safecrlf",
        "core.sharedrepository",
        "core.symlinks",
        "extensions.objectformat",
    };

    // Of a remote with a name; one that is named as an address would apply to that address.
    private static readonly HashSet<string> OfRemotes = new(StringComparer.OrdinalIgnoreCase) { "fetch", "prune", "tagopt", "url" };

    /// <param name="names">As <c>git config --list --name-only</c> gives them: <c>section.key</c> or <c>section.name.key</c>.</param>
    /// <returns>Those that it may not hold.</returns>
    public static IReadOnlyList<string> ForeignAmong(IEnumerable<string> names) => [.. names.Where(name => !IsKnown(name)).Distinct()];

    private static bool IsKnown(string name)
    {
        var section = name[..name.IndexOf('.', StringComparison.Ordinal)];
        var key = name[(name.LastIndexOf('.') + 1)..];
        return section.Equals("remote", StringComparison.OrdinalIgnoreCase)
            ? OfRemotes.Contains(key) && !name[section.Length..].AsSpan().ContainsAny('/', ':')
            : Keys.Contains(name) || Sections.Contains(section);
    }
}
