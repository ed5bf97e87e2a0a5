using System.Net;
using System.Text.RegularExpressions;

namespace NewsEducator.Fuzzing.Services;

/// <summary>Signs a client in at the reviewer's pages, as a browser would.</summary>
internal static partial class PageSignIn
{
    public const string Field = "__RequestVerificationToken";
    private const string Page = "/signin";

    /// <returns>The token that every form of this person carries; null where the service has no such pages.</returns>
    public static async Task<string?> TryAsync(HttpClient client)
    {
        using var form = await client.GetAsync(new Uri(Page, UriKind.Relative));
        if (form.StatusCode != HttpStatusCode.OK || TokenIn(await form.Content.ReadAsStringAsync()) is not { } token)
        {
            return null;
        }

        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = "operator", [Field] = token });
        using var answer = await client.PostAsync(new Uri(Page, UriKind.Relative), fields);
        return TokenIn(await client.GetStringAsync(new Uri("/", UriKind.Relative)))
            ?? throw new InvalidOperationException($"Nobody could sign in: {answer.StatusCode}.");
    }

    private static string? TokenIn(string page) => Hidden().Match(page) is { Success: true } match ? match.Groups["token"].Value : null;

    [GeneratedRegex($"name=\"{Field}\"[^>]* value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Hidden();
}
