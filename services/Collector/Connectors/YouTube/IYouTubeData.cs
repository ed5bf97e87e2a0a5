using Refit;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>The part of the Data API v3 that is used, where a key is configured.</summary>
internal interface IYouTubeData
{
    /// <param name="ids">Up to 50, with commas between.</param>
    [Get("/youtube/v3/videos?part=snippet,contentDetails,statistics&maxResults=50")]
    Task<DataList> ListVideosAsync([AliasAs("id")] string ids, string key, CancellationToken cancellationToken);
}
