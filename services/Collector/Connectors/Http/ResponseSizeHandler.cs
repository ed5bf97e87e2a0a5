using Microsoft.Extensions.Options;

namespace NewsEducator.Collector.Connectors.Http;

/// <summary>Reads the whole answer here, within the attempt's timeout, and no more than the cap of it once decompressed.</summary>
internal sealed class ResponseSizeHandler(IOptions<UpstreamOptions> options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(options.Value.LongestAnswer, cancellationToken);
            return response;
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded)
        {
            // Not as an HttpRequestException, which the resilience handler would take for a passing fault and retry.
            response.Dispose();
            throw new UnreadableException(
                $"{request.RequestUri!.AbsolutePath}: the answer is longer than {options.Value.LongestAnswer} bytes"
            );
        }
    }
}
