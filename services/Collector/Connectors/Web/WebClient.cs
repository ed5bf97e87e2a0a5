using System.Net;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Policies;
using NewsEducator.Contracts;
using Polly;

namespace NewsEducator.Collector.Connectors.Web;

/// <summary>Reads pages and feeds of whitelisted hosts: each address and each redirect is judged before it is dialled.</summary>
internal sealed class WebClient(HttpClient http, Whitelist whitelist, IOptions<UpstreamOptions> upstreams, TimeProvider time)
{
    private const int MostRedirects = 5;

    /// <exception cref="WebFaultException">It was not served, or leads off the whitelist.</exception>
    /// <exception cref="UnreadableException">It is too long, or not on the public internet.</exception>
    public async Task<WebAnswer> GetAsync(Uri page, string accept, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            Judge(page);
            using var response = await SendAsync(page, accept, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return new WebAnswer(await response.Content.ReadAsByteArrayAsync(cancellationToken), page, response.Content.Headers);
            }

            page =
                response.Headers.Location is { } location && (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
                    ? new Uri(page, location)
                    : throw new WebFaultException(await FaultOfAsync(page, response, cancellationToken));
        }

        throw new UnreadableException($"{page.Host}{page.AbsolutePath}: more than {MostRedirects} redirects");
    }

    private async Task<UpstreamFault> FaultOfAsync(Uri page, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await ErrorText.ReadAsync(response, cancellationToken);
        var fault = HttpStatusFault.Of(page, response.StatusCode, response.ReasonPhrase, response.Headers, body, time.GetUtcNow());
        return fault with { Detail = $"{page.Host}{fault.Detail}" };
    }

    private void Judge(Uri page)
    {
        if (!CanonicalUrl.TryParse(page.AbsoluteUri, out var canonical) || !whitelist.Allows(canonical))
        {
            throw new WebFaultException(new UpstreamFault(FaultKind.Forbidden, $"{page.Host} is not allowed") { RedirectedTo = page });
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri page, string accept, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Dialled(page));
        request.Headers.Accept.ParseAdd(accept);
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or ExecutionRejectedException)
        {
            throw error.InnerException as UnreadableException
                ?? (Exception)
                    new WebFaultException(new UpstreamFault(FaultKind.Later, $"{page.Host}{page.AbsolutePath}: {error.Message}"), error);
        }
    }

    // A configured address replaces the whole web, as in the demo: its path begins with the host that is meant.
    private Uri Dialled(Uri page) => upstreams.Value.Web is { } web ? new Uri(web, $"{page.Host}{page.PathAndQuery}") : page;
}
