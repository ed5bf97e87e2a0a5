using System.Text.RegularExpressions;
using System.Web;
using Refit;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>Follows GitHub's Link header. Only the cursor is taken from the link: its address is never dialled.</summary>
/// <remarks><c>&lt;https://api.github.com/repositories/1/issues?page=2&gt;; rel="next", &lt;…&gt;; rel="last"</c></remarks>
internal static partial class LinkedPages
{
    /// <param name="cursor">The parameter that a further page is asked for with: page or after.</param>
    /// <param name="most">Pages that are read at most; see <see cref="FurtherPage"/>.</param>
    /// <param name="ask">Asks for the first page with null.</param>
    /// <exception cref="ApiException">The first page was not served; without a further one those before it count.</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(string cursor, int most, Func<string?, Task<IApiResponse<T>>> ask)
    {
        string? next = null;
        var asked = new HashSet<string>(StringComparer.Ordinal);
        for (var page = 0; await FurtherPage.TryAsync(page, () => AskAsync(ask, next), most) is { } answer; page++)
        {
            using var answered = answer;
            yield return answer.Content!;
            next = Next(answer, cursor);
            if (next is null || !asked.Add(next))
            {
                break;
            }
        }
    }

    private static async Task<IApiResponse<T>> AskAsync<T>(Func<string?, Task<IApiResponse<T>>> ask, string? next)
    {
        var answer = await ask(next);
        return answer.Error is { } error ? throw error
            : answer.Content is null ? throw new UnreadableException("GitHub answered with an empty page")
            : answer;
    }

    private static string? Next(IApiResponse answer, string cursor) =>
        answer.Headers is { } headers
        && headers.TryGetValues("Link", out var links)
        && NextLink().Match(string.Join(',', links)) is { Success: true } link
        && Uri.TryCreate(link.Groups["url"].Value, UriKind.Absolute, out var url)
            ? HttpUtility.ParseQueryString(url.Query)[cursor]
            : null;

    [GeneratedRegex("<(?<url>[^<>]{1,2000})>; ?rel=\"?next\"?")]
    private static partial Regex NextLink();
}
