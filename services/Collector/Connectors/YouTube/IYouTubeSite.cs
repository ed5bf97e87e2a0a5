using Refit;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>The part of the site that is read; none of it needs a key.</summary>
[Headers("Accept-Language: en")]
internal interface IYouTubeSite
{
    /// <returns>Atom.</returns>
    [Get("/feeds/videos.xml")]
    Task<string> GetFeedAsync([AliasAs("channel_id")] string channel, CancellationToken cancellationToken);

    /// <returns>HTML.</returns>
    [Get("/{handle}")]
    Task<string> GetChannelPageAsync(string handle, CancellationToken cancellationToken);

    /// <returns>HTML.</returns>
    [Get("/watch")]
    Task<string> GetWatchPageAsync([AliasAs("v")] string video, CancellationToken cancellationToken);

    [Get("/oembed?format=json")]
    Task<Oembed> GetOembedAsync(string url, CancellationToken cancellationToken);

    /// <returns>JSON, or nothing where YouTube wants a real player to ask.</returns>
    [Get("/api/timedtext")]
    Task<string> GetCaptionsAsync([Query] IDictionary<string, string> parameters, CancellationToken cancellationToken);
}
