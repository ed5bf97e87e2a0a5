using System.Security.Claims;
using NewsEducator.Review.Notes;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review;

/// <summary>The person behind a change, what they may do, and the way it came in.</summary>
/// <param name="Name">As in the token or the session; no two people have the same.</param>
/// <param name="Via"><c>api</c>, <c>page</c>, <c>file</c> or <c>notes</c>.</param>
/// <param name="Roles">Theirs and all below it.</param>
internal sealed record Actor(string Name, string Via, IReadOnlyCollection<string> Roles)
{
    /// <summary>Whoever sits at the page or writes a program is asked why; a tick in a file may come without a reason.</summary>
    public bool IsAskedForReasons => Via is "api" or "page";

    public static Actor From(ClaimsPrincipal user, string via) =>
        new(Person.NameOf(user), via, [.. user.FindAll(ClaimTypes.Role).Select(role => role.Value)]);

    /// <summary>Whoever can write into the vault.</summary>
    public static Actor OfVault(NotesOptions options) =>
        new(options.Reviewer, "notes", [.. ServiceDefaults.Security.Roles.UpTo(options.Role)]);

    public bool May(string role) => Roles.Contains(role);
}
