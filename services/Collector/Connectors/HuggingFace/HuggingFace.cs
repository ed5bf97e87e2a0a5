using Microsoft.Extensions.Options;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.ServiceDefaults;
using Refit;

namespace NewsEducator.Collector.Connectors.HuggingFace;

/// <summary>Daily papers and the discussions of models and datasets.</summary>
internal static class HuggingFace
{
    private static readonly RefitSettings Json = new(new SystemTextJsonContentSerializer(UpstreamJson.CamelCase));

    public static WebApplicationBuilder AddHuggingFace(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidatedOptions<HuggingFaceOptions>(HuggingFaceOptions.Section);
        builder
            .AddUpstream<IHuggingFaceApi>(upstreams => upstreams.HuggingFace, Json)
            .ConfigureHttpClient((services, http) => http.SignIn(services.GetRequiredService<IOptions<HuggingFaceOptions>>().Value.Token));
        builder.Services.AddScoped<IConnector, HuggingFacePapers>();
        builder.Services.AddScoped<IConnector, HuggingFaceDiscussions>();
        builder.Services.AddScoped<IConnector, HuggingFaceDatasets>();
        return builder;
    }
}
