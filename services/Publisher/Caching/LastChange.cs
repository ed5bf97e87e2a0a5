namespace NewsEducator.Publisher.Caching;

/// <summary>When an answer last changed, for programs that know no ETags (RFC 9110, 8.8.2).</summary>
internal static class LastChange
{
    // A header has whole seconds, and what was changed in one of them may be committed a little later: until then nothing is said.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    public static void Put(HttpResponse response, DateTimeOffset changed, DateTimeOffset now)
    {
        if (now - changed >= Settled)
        {
            response.GetTypedHeaders().LastModified = changed;
        }
    }

    /// <summary>Whoever asks has seen it; not asked where there is an <c>If-None-Match</c>, which is more exact.</summary>
    public static bool IsKnown(HttpRequest request, HttpResponse response) =>
        request.Headers.IfNoneMatch.Count == 0
        && request.GetTypedHeaders().IfModifiedSince is { } known
        && response.GetTypedHeaders().LastModified is { } changed
        && changed <= known;
}
