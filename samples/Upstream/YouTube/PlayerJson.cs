using System.Globalization;
using NewsEducator.Upstream.Day;

namespace NewsEducator.Upstream.YouTube;

/// <summary>What a watch page holds as ytInitialPlayerResponse.</summary>
internal static class PlayerJson
{
    public static object Of(SampleItem video, HttpRequest request) =>
        new
        {
            playabilityStatus = new { status = "OK", playableInEmbed = true },
            captions = video.Transcript is { } transcript ? Tracks(video, transcript, request) : null,
            videoDetails = Details(video),
            microformat = new { playerMicroformatRenderer = Microformat(video) },
        };

    public static object Unavailable() => new { playabilityStatus = new { status = "ERROR", reason = "Video unavailable" } };

    private static object Tracks(SampleItem video, Transcript transcript, HttpRequest request) =>
        new
        {
            playerCaptionsTracklistRenderer = new
            {
                captionTracks = new[]
                {
                    new
                    {
                        baseUrl = $"{request.Scheme}://{request.Host}/youtube/api/timedtext?v={video.Head.Id}&caps=asr&lang={transcript.Language}",
                        name = new { simpleText = transcript.Language },
                        vssId = $"{(transcript.IsAutomatic ? "a" : "")}.{transcript.Language}",
                        languageCode = transcript.Language,
                        kind = transcript.IsAutomatic ? "asr" : null,
                        isTranslatable = true,
                    },
                },
                audioTracks = new[] { new { captionTrackIndices = new[] { 0 } } },
                defaultAudioTrackIndex = 0,
            },
        };

    private static object Details(SampleItem video) =>
        new
        {
            videoId = video.Head.Id,
            title = video.Title,
            lengthSeconds = video.Head.Seconds.ToString(CultureInfo.InvariantCulture),
            keywords = video.Head.Labels,
            channelId = video.Head.Channel,
            isOwnerViewing = false,
            shortDescription = video.Body,
            isCrawlable = true,
            allowRatings = true,
            viewCount = video.Head.Views.ToString(CultureInfo.InvariantCulture),
            author = video.Head.ChannelName,
            isPrivate = false,
            isLiveContent = false,
        };

    private static object Microformat(SampleItem video) =>
        new
        {
            lengthSeconds = video.Head.Seconds.ToString(CultureInfo.InvariantCulture),
            ownerProfileUrl = $"http://www.youtube.com/channel/{video.Head.Channel}",
            externalChannelId = video.Head.Channel,
            isFamilySafe = true,
            viewCount = video.Head.Views.ToString(CultureInfo.InvariantCulture),
            category = "Science & Technology",
            publishDate = video.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ownerChannelName = video.Head.ChannelName,
            uploadDate = video.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        };
}
