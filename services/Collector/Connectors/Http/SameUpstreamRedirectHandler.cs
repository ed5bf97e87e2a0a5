using System.Net;

namespace NewsEducator.Collector.Connectors.Http;

/// <summary>Follows redirects within the upstream; one that leads away is handed back unfollowed.</summary>
internal sealed class SameUpstreamRedirectHandler(Uri upstream) : DelegatingHandler
{
    private const int MostRedirects = 5;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        for (var redirects = 0; Target(request, response) is { } target && IsOnUpstream(target); redirects++)
        {
            response.Dispose();
            if (redirects == MostRedirects)
            {
                throw new UnreadableException($"{request.RequestUri!.AbsolutePath}: more than {MostRedirects} redirects");
            }

            request.RequestUri = target;
            response = await base.SendAsync(request, cancellationToken);
        }

        return response;
    }

    private static Uri? Target(HttpRequestMessage request, HttpResponseMessage response) =>
        request.Method == HttpMethod.Get
        && response.StatusCode
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location
            ? new Uri(request.RequestUri!, location)
            : null;

    private bool IsOnUpstream(Uri target) => target.UserInfo.Length == 0 && upstream.IsBaseOf(target);
}
