using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Security;
using Refit;

namespace NewsEducator.ServiceDefaults;

/// <summary>Clients of our own APIs, found by service discovery and signed in with the service token.</summary>
public static class ServiceClients
{
    private static readonly RefitSettings Json = new(
        new SystemTextJsonContentSerializer(
            new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } }
        )
    );

    /// <remarks>The Collector sends snapshots as compressed as it stores them to who says that it can read them.</remarks>
    public static WebApplicationBuilder AddSnapshotsApi(this WebApplicationBuilder builder)
    {
        builder
            .AddApi<ISnapshotsApi, AttachServiceToken>("collector")
            .UseSocketsHttpHandler((handler, _) => handler.AutomaticDecompression = DecompressionMethods.Brotli);
        return builder;
    }

    public static WebApplicationBuilder AddSourcesApi(this WebApplicationBuilder builder) => builder.AddApi<ISourcesApi>("collector");

    public static WebApplicationBuilder AddComplianceApi(this WebApplicationBuilder builder) =>
        builder.AddApi<IComplianceApi>("compliance");

    public static WebApplicationBuilder AddConceptsApi(this WebApplicationBuilder builder) => builder.AddApi<IConceptsApi>("summarizer");

    /// <summary>The Publisher's API, called with a person's token.</summary>
    /// <typeparam name="TAttach">Shows the token.</typeparam>
    public static WebApplicationBuilder AddPublisherApi<TAttach>(this WebApplicationBuilder builder)
        where TAttach : DelegatingHandler
    {
        builder.AddApi<IPublisherApi, TAttach>("publisher");
        return builder;
    }

    /// <summary>Calls any other service with a person's token; nothing is tried twice.</summary>
    /// <typeparam name="TAttach">Shows the token.</typeparam>
    /// <returns>The client's name; addresses are <c>http://collector/api/…</c>.</returns>
    public static string AddPersonalCalls<TAttach>(this WebApplicationBuilder builder)
        where TAttach : DelegatingHandler
    {
        const string Name = "for a person";
        builder.Services.AddTransient<TAttach>();
        var client = builder.Services.AddHttpClient(Name);
#pragma warning disable EXTEXP0001 // The default pipeline sends again what may have taken effect.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        client.AddHttpMessageHandler<TAttach>();
        return Name;
    }

    private static WebApplicationBuilder AddApi<TApi>(this WebApplicationBuilder builder, string service)
        where TApi : class
    {
        builder.AddApi<TApi, AttachServiceToken>(service);
        return builder;
    }

    private static IHttpClientBuilder AddApi<TApi, TAttach>(this WebApplicationBuilder builder, string service)
        where TApi : class
        where TAttach : DelegatingHandler
    {
        builder.Services.AddTransient<TAttach>();
        return builder
            .Services.AddRefitGeneratedClient<TApi>(Json)
            .ConfigureHttpClient(http => http.BaseAddress = new Uri($"http://{service}"))
            .AddHttpMessageHandler<TAttach>();
    }
}
