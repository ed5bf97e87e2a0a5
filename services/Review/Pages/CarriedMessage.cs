using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Pages;

/// <summary>What became of a form, for the page that it leads to. It is in the address, so it is sealed: nobody else's link can make a page
/// of ours say something.</summary>
internal static class CarriedMessage
{
    private const int Longest = 500;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public static string Seal(HttpContext http, string message) => Sealer(http).Protect(PlainText.Line(message, Longest), Lifetime);

    /// <returns>Null where it is none of ours, or of long ago.</returns>
    public static string? Open(HttpContext http, string? carried)
    {
        try
        {
            return string.IsNullOrEmpty(carried) ? null : Sealer(http).Unprotect(carried);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Sealer(HttpContext http) =>
        http
            .RequestServices.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector(nameof(CarriedMessage))
            .ToTimeLimitedDataProtector();
}
