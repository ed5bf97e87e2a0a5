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

    public static WebApplicationBuilder AddSnapshotsApi(this WebApplicationBuilder builder) => builder.AddCollector<ISnapshotsApi>();

    public static WebApplicationBuilder AddSourcesApi(this WebApplicationBuilder builder) => builder.AddCollector<ISourcesApi>();

    private static WebApplicationBuilder AddCollector<TApi>(this WebApplicationBuilder builder)
        where TApi : class
    {
        builder.Services.AddTransient<ServiceTokenHandler>();
        builder.Services.AddRefitGeneratedClient<TApi>(Json)
            .ConfigureHttpClient(http => http.BaseAddress = new Uri("http://collector"))
            .AddHttpMessageHandler<ServiceTokenHandler>()
            .AddStandardResilienceHandler();
        return builder;
    }
}
