using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsEducator.ServiceDefaults.Http;

/// <summary>ETags that are the version of what they name (RFC 9110, 8.8.3).</summary>
public static class VersionTag
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static void Put(HttpResponse response, int version) => response.Headers.ETag = Of(version);

    /// <summary>Whether the request has an If-Match. One that cannot be read, such as a bare number, is a condition that nothing
    /// meets.</summary>
    public static bool IsConditional(HttpRequest request) => request.Headers.IfMatch.Count > 0;

    /// <summary>Whether If-Match allows a change of this version; true if there is no If-Match.</summary>
    public static bool Matches(HttpRequest request, int version) => Matches(request.Headers.IfMatch, version);

    /// <summary>The same of the header alone, for endpoints that describe it as their parameter.</summary>
    public static bool Matches(StringValues ifMatch, int version) =>
        ifMatch.Count == 0 || TagsOf(ifMatch).Any(tag => tag.Equals(EntityTagHeaderValue.Any)) || Names(ifMatch, version);

    /// <summary>Whether If-Match names this very version; <c>*</c> names none.</summary>
    public static bool Names(HttpRequest request, int version) => Names(request.Headers.IfMatch, version);

    private static bool Names(StringValues ifMatch, int version)
    {
        var tag = new EntityTagHeaderValue(Of(version));
        return TagsOf(ifMatch).Any(known => known.Compare(tag, useStrongComparison: true));
    }

    // What is no tag is a condition that nothing meets.
    private static IList<EntityTagHeaderValue> TagsOf(StringValues ifMatch) =>
        EntityTagHeaderValue.TryParseList(ifMatch!, out var tags) ? tags : [];
}
