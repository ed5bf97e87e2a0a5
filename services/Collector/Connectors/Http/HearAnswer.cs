namespace NewsEducator.Collector.Connectors.Http;

/// <summary>Lets the <see cref="Hearing"/> of a fetch hear each answer.</summary>
internal sealed class HearAnswer : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        Hearing.Current?.Hear(request, response);
        return response;
    }
}
