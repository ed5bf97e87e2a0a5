namespace NewsEducator.ServiceDefaults.Security;

/// <summary>What a caller may do. Each is also the name of the authorization policy that asks for it.</summary>
public static class Roles
{
    /// <summary>Reads.</summary>
    public const string Viewer = "viewer";

    /// <summary>Decides candidates.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Edits, cuts, imports and releases packs; changes sources.</summary>
    public const string Editor = "editor";

    /// <summary>Changes policies, keys and what runs.</summary>
    public const string Operator = "operator";

    /// <summary>Another service of the product.</summary>
    public const string Service = "service";

    /// <summary>The roles that people have, the lowest first.</summary>
    public static IReadOnlyList<string> OfPeople => Ladder;

    private static readonly string[] Ladder = [Viewer, Reviewer, Editor, Operator];

    /// <returns>The highest of the roles; null where none of them is one.</returns>
    public static string? HighestOf(IEnumerable<string> roles)
    {
        var rung = roles.Select(role => Array.IndexOf(Ladder, role)).DefaultIfEmpty(-1).Max();
        return rung < 0 ? null : Ladder[rung];
    }

    /// <summary>The role and all below it.</summary>
    /// <exception cref="ArgumentException">No such role.</exception>
    public static IEnumerable<string> UpTo(string role)
    {
        var rung = Array.IndexOf(Ladder, role);
        return rung >= 0
            ? Ladder.Take(rung + 1)
            : throw new ArgumentException($"'{role}' is no role; one of {string.Join(", ", Ladder)} is.", nameof(role));
    }
}
