using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace NewsEducator.ServiceDefaults.Security;

/// <summary>Shows the service token on calls to a neighbour.</summary>
internal sealed class AttachServiceToken(IOptions<AccessOptions> access) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access.Value.ServiceToken);
        return base.SendAsync(request, cancellationToken);
    }
}
