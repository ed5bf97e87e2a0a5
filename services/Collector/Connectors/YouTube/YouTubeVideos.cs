using System.Globalization;
using System.Net;
using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;
using Refit;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>The videos of a channel: identity by oEmbed, description and caption tracks from the watch page, the transcript from its
/// track.</summary>
internal sealed class YouTubeVideos(IYouTubeSite site, VideoFigures figures, TimeProvider time) : ISourceConnector
{
    // The recognizer is done within hours; what a host refuses for the moment is mostly served by then as well.
    private static readonly TimeSpan CaptionsTake = TimeSpan.FromHours(12);

    public SourceKind ItemKind => SourceKind.YouTubeVideo;

    public string Name => "youtube-channel";

    public SourceTarget Target => SourceTarget.Channel;

    public async Task<IReadOnlyList<ItemFacts>> ListAsync(string target, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var feed = ChannelFeed.Read(await site.GetFeedAsync(await ChannelOfAsync(target, cancellationToken), cancellationToken));
        return await figures.AddAsync([.. feed.Where(video => video.UpdatedAt >= since)], cancellationToken);
    }

    // A channel may change its handle, so the id is looked up each time.
    private async Task<string> ChannelOfAsync(string target, CancellationToken cancellationToken) =>
        target.StartsWith('@') ? ChannelPage.IdIn(await site.GetChannelPageAsync(target, cancellationToken)) : target;

    public async Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        var player = Player.In(await site.GetWatchPageAsync(address.Id, cancellationToken));
        var details = player.Playing(address.Id);
        var transcript = await TranscriptAsync(player, cancellationToken);
        if (transcript.Length == 0 && time.GetUtcNow() - PublishedAt(player) < CaptionsTake)
        {
            throw new UnreadableException($"YouTube has no captions of {address.Id} yet");
        }

        var identity = await IdentityAsync(address, cancellationToken);
        return new FetchedItem
        {
            Facts = new ItemFacts
            {
                Address = address,
                Title = identity?.Title ?? details.Title,
                Author = identity?.AuthorName ?? details.Author,
                Labels = details.Keywords,
                Duration = DurationOf(details),
                PublishedAt = PublishedAt(player),
                UpdatedAt = PublishedAt(player),
            },
            AuthorId = details.ChannelId,
            Unserved =
                transcript.Length == 0 && player.Captions?.Best() is not null
                    ? $"YouTube did not serve the captions of {address.Id}"
                    : null,
            Parts = [new TextPart(SectionKind.Body, details.ShortDescription ?? ""), new TextPart(SectionKind.Transcript, transcript)],
        };
    }

    private static TimeSpan? DurationOf(VideoDetails details) =>
        int.TryParse(details.LengthSeconds, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static DateTimeOffset PublishedAt(Player player) =>
        player.Microformat?.PlayerMicroformatRenderer is { } dates && (dates.PublishDate ?? dates.UploadDate) is { } published
            ? published.ToUniversalTime()
            : throw new UnreadableException("YouTube served a video without a date");

    // A video whose embedding is forbidden has no oEmbed answer; the watch page names it as well.
    private async Task<Oembed?> IdentityAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        try
        {
            return await site.GetOembedAsync(address.Url, cancellationToken);
        }
        catch (ApiException error) when (error.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return null;
        }
    }

    // A track that is withheld or cannot be read leaves the description; a host in trouble is asked for the whole video again.
    private async Task<string> TranscriptAsync(Player player, CancellationToken cancellationToken)
    {
        if (player.Captions?.Best() is not { } track)
        {
            return "";
        }

        try
        {
            return CaptionFile.TextOf(await site.GetCaptionsAsync(track.Parameters(), cancellationToken));
        }
        catch (Exception error)
            when (error is UnreadableException || UpstreamFault.Of(error, default) is { Kind: FaultKind.Forbidden or FaultKind.Gone })
        {
            return "";
        }
    }
}
