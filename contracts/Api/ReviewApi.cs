using System.Text.Json;
using System.Text.Json.Serialization;
using Refit;

namespace NewsEducator.Contracts;

/// <summary>Makes clients of Review's API.</summary>
public static class ReviewApi
{
    private static readonly RefitSettings Settings = new(
        new SystemTextJsonContentSerializer(
            new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } }
        )
    );

    /// <param name="http">With the service's address and an Authorization header.</param>
    public static IReviewApi Of(HttpClient http) => RestService.For<IReviewApi>(http, Settings);
}
