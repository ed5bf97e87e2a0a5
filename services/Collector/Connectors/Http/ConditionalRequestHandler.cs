using NewsEducator.Collector.Connectors.Web;

namespace NewsEducator.Collector.Connectors.Http;

/// <summary>Makes the first request of a poll a conditional one.</summary>
internal sealed class ConditionalRequestHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (
            ConditionalRequest.Current is not { } conditional
            || request.Method != HttpMethod.Get
            || RobotsRules.IsAddress(request.RequestUri)
        )
        {
            return await base.SendAsync(request, cancellationToken);
        }

        conditional.Prepare(request);
        var response = await base.SendAsync(request, cancellationToken);
        conditional.Record(request, response);
        return response;
    }
}
