namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>Length, likes and comments of listed videos, where <c>YouTube:ApiKey</c> lets us ask: what is too short or too long is then
/// never fetched.</summary>
internal sealed class VideoFigures(IYouTubeData api, IConfiguration configuration)
{
    public const string KeySetting = "YouTube:ApiKey";

    private const int OneRequest = 50;

    public async Task<IReadOnlyList<ItemFacts>> AddAsync(IReadOnlyList<ItemFacts> videos, CancellationToken cancellationToken)
    {
        if (configuration[KeySetting] is not { Length: > 0 } key || videos.Count == 0)
        {
            return videos;
        }

        var known = new Dictionary<string, DataItem>(StringComparer.Ordinal);
        foreach (var some in videos.Chunk(OneRequest))
        {
            // The figures only save fetches: a key that is wrong or spent costs nothing else.
            if (
                await FurtherPage.OptionalAsync(() =>
                    api.ListVideosAsync(string.Join(',', some.Select(video => video.Address.Id)), key, cancellationToken)
                )
                is not { } list
            )
            {
                break;
            }

            list.Items.Where(item => item.Target is not null).ToList().ForEach(item => known[item.Target!] = item);
        }

        return [.. videos.Select(video => known.TryGetValue(video.Address.Id, out var item) ? With(video, item) : video)];
    }

    private static ItemFacts With(ItemFacts video, DataItem item) =>
        video with
        {
            Duration = item.ContentDetails?.Length ?? video.Duration,
            Reactions = Count(item.Statistics?.LikeCount),
            Comments = Count(item.Statistics?.CommentCount),
        };

    private static int Count(long? count) => (int)Math.Clamp(count ?? 0, 0, int.MaxValue);
}
