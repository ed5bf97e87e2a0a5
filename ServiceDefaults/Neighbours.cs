using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Security;
using Refit;

namespace NewsEducator.ServiceDefaults;

/// <summary>Clients of our own APIs, found by service discovery and signed in with the service token.</summary>
public static class Neighbours
{
    private static readonly RefitSettings Json = new(new SystemTextJsonContentSerializer(
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } }));

    public static WebApplicationBuilder AddSnapshotsApi(this WebApplicationBuilder builder) => builder.AddApi<ISnapshotsApi>("collector");

    public static WebApplicationBuilder AddSourcesApi(this WebApplicationBuilder builder) => builder.AddApi<ISourcesApi>("collector");

    public static WebApplicationBuilder AddComplianceApi(this WebApplicationBuilder builder) => builder.AddApi<IComplianceApi>("compliance");

    private static WebApplicationBuilder AddApi<TApi>(this WebApplicationBuilder builder, string service)
        where TApi : class
    {
        builder.Services.AddTransient<ServiceTokenHandler>();
        builder.Services.AddRefitGeneratedClient<TApi>(Json)
            .ConfigureHttpClient(http => http.BaseAddress = new Uri($"http://{service}"))
            .AddHttpMessageHandler<ServiceTokenHandler>();
        return builder;
    }
}
