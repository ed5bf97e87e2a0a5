namespace NewsEducator.Collector.Connectors.Http;

/// <summary>Lets the <see cref="ResponseCapture"/> of a fetch hear each answer.</summary>
internal sealed class ResponseCaptureHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        ResponseCapture.Current?.Record(request, response);
        return response;
    }
}
