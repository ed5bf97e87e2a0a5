using System.Text.Json;
using NewsEducator.Collector.Connectors.Http;
using Refit;

namespace NewsEducator.Collector.Connectors.HuggingFace;

/// <summary>Daily papers and the discussions of models.</summary>
internal static class HuggingFace
{
    private static readonly RefitSettings Json = new(new SystemTextJsonContentSerializer(new JsonSerializerOptions(JsonSerializerDefaults.Web)));

    public static WebApplicationBuilder AddHuggingFace(this WebApplicationBuilder builder)
    {
        builder.AddUpstream<IHuggingFaceApi>(upstreams => upstreams.HuggingFace, Json);
        builder.Services.AddScoped<IConnector, HuggingFacePapers>();
        builder.Services.AddScoped<IConnector, HuggingFaceDiscussions>();
        return builder;
    }
}
