namespace NewsEducator.Collector.Connectors.Http;

/// <summary>Asks only when it is the caller's turn, and keeps what the answer says about the next one.</summary>
internal sealed class ThrottlingHandler(IHostGate gate, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(HostPool.Of(request.RequestUri!), cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        var body = response.IsSuccessStatusCode ? null : await ErrorText.ReadAsync(response, cancellationToken);
        await turn.AnsweredAsync(RateLimitSignal.In(response.StatusCode, response.Headers, body, time.GetUtcNow()));
        return response;
    }
}
