using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Testing;

/// <summary>Who may call which endpoint of a service, by the policies that it runs with.</summary>
public static partial class EndpointAccess
{
    private const string Everyone = "everyone";

    /// <returns>One line for each endpoint, such as <c>GET /api/items/{id:guid} viewer, service</c>: the lowest role that people need, and
    /// whether another service may; in the order of their addresses.</returns>
    public static async Task<string> OfAsync(IServiceProvider services)
    {
        var lines = new List<string>();
        foreach (var endpoint in EndpointsOf(services))
        {
            lines.Add($"{MethodOf(endpoint)} {PathOf(endpoint)} {await CallersAsync(services, endpoint)}");
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    /// <returns>What does not answer 401 to a caller without a token, though it is not for everyone.</returns>
    public static async Task<IReadOnlyList<string>> OpenAsync(
        IServiceProvider services,
        HttpClient anybody,
        CancellationToken cancellationToken
    )
    {
        var open = new List<string>();
        foreach (var endpoint in EndpointsOf(services))
        {
            if (await CallersAsync(services, endpoint) == Everyone)
            {
                continue;
            }

            var path = Guids().Replace(PathOf(endpoint), $"{Guid.Empty}");
            using var request = new HttpRequestMessage(new HttpMethod(MethodOf(endpoint)), Places().Replace(path, "1"));
            using var answer = await anybody.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.StatusCode != System.Net.HttpStatusCode.Unauthorized)
            {
                open.Add($"{request.Method} {request.RequestUri} {answer.StatusCode}");
            }
        }

        return open;
    }

    /// <summary>Without style sheets and scripts, whose names tell their content.</summary>
    private static IEnumerable<RouteEndpoint> EndpointsOf(IServiceProvider services) =>
        services
            .GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null);

    private static string PathOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";

    private static string MethodOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET";

    private static async Task<string> CallersAsync(IServiceProvider services, RouteEndpoint endpoint)
    {
        var policies = services.GetRequiredService<IAuthorizationPolicyProvider>();
        var policy =
            await AuthorizationPolicy.CombineAsync(
                policies,
                endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>(),
                endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>()
            ) ?? await policies.GetFallbackPolicyAsync();
        if (policy is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return Everyone;
        }

        var callers = new List<string>();
        foreach (var role in Roles.OfPeople)
        {
            if (await MayAsync(services, policy, [.. Roles.UpTo(role)]))
            {
                callers.Add(role);
                break;
            }
        }

        if (await MayAsync(services, policy, Roles.Service))
        {
            callers.Add(Roles.Service);
        }

        return callers.Count == 0 ? "nobody" : string.Join(", ", callers);
    }

    private static async Task<bool> MayAsync(IServiceProvider services, AuthorizationPolicy policy, params string[] roles)
    {
        await using var scope = services.CreateAsyncScope();
        var caller = new ClaimsPrincipal(new ClaimsIdentity(roles.Select(role => new Claim(ClaimTypes.Role, role)), "test"));
        return (await scope.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(caller, null, policy)).Succeeded;
    }

    [GeneratedRegex(@"\{[^{}]*:guid\}")]
    private static partial Regex Guids();

    [GeneratedRegex(@"\{(?:[^{}]|\{\{|\}\})*\}")]
    private static partial Regex Places();
}
