using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace NewsEducator.Review;

/// <summary>ETags: the version of what they stand for (RFC 9110, 8.8.3).</summary>
internal static class Tag
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Whether the request's If-Match allows a change of this version; true where there is none.</summary>
    public static bool Matches(HttpRequest request, int version)
    {
        // A header that cannot be read, such as a bare number, is a condition all the same: one that nothing meets.
        return request.Headers.IfMatch.Count == 0
            || request.GetTypedHeaders().IfMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(new EntityTagHeaderValue(Of(version)), useStrongComparison: true));
    }

    public static void Put(HttpResponse response, int version) => response.Headers.ETag = Of(version);
}
