using NewsEducator.Collector.Connectors.Web;

namespace NewsEducator.Collector.Connectors.Http;

/// <summary>Makes the first request of a visit a conditional one.</summary>
internal sealed class ConditionalRequestHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (ConditionalRequest.Current is not { } visit || request.Method != HttpMethod.Get || RobotsRules.IsAddress(request.RequestUri))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        visit.Prepare(request);
        var response = await base.SendAsync(request, cancellationToken);
        visit.Hear(request, response);
        return response;
    }
}
