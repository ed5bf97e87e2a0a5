using System.Security.Claims;

namespace NewsEducator.ServiceDefaults.Security;

/// <summary>Identities as every policy of the product expects them: one name, a role and all below it.</summary>
public static class Person
{
    /// <exception cref="ArgumentException">No such role.</exception>
    public static ClaimsIdentity Of(string name, string role) => With(name, Roles.UpTo(role));

    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint lacks its policy.</exception>
    public static string NameOf(ClaimsPrincipal user) => user.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");

    internal static ClaimsIdentity With(string name, IEnumerable<string> roles) =>
        new([new Claim(ClaimTypes.Name, name), .. roles.Select(each => new Claim(ClaimTypes.Role, each))], TokenHandler.SchemeName);
}
