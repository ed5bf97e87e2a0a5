using System.Security.Claims;

namespace NewsEducator.Review;

/// <summary>The signed-in person behind a change, and the way it came in.</summary>
/// <param name="Name">As in the token or the session.</param>
/// <param name="Via"><c>api</c>, <c>page</c>, <c>file</c> or <c>notes</c>.</param>
internal sealed record Actor(string Name, string Via)
{
    /// <summary>Whoever sits at the page or writes a program is asked why; a tick in a file may come without a reason.</summary>
    public bool IsAskedForReasons => Via is "api" or "page";

    public static Actor From(ClaimsPrincipal user, string via) =>
        new(user.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in."), via);
}
