namespace NewsEducator.Collector.Connectors.Http;

/// <summary>Makes the first request of a visit a conditional one.</summary>
internal sealed class AskConditionally : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Visit.Current is not { } visit || request.Method != HttpMethod.Get)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        visit.Prepare(request);
        var response = await base.SendAsync(request, cancellationToken);
        visit.Hear(request, response);
        return response;
    }
}
