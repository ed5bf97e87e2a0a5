using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using NewsEducator.Upstream.Day;
using NewsEducator.Upstream.Http;

namespace NewsEducator.Upstream.YouTube;

internal static class ChannelFeed
{
    private const string Site = "https://www.youtube.com";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Yt = "http://www.youtube.com/xml/schemas/2015";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    public static IResult Get([FromQuery(Name = "channel_id")] string? channel, SampleDay day)
    {
        var videos = day.Of(ItemKind.Video).Where(item => item.Head.Channel == channel).OrderByDescending(item => item.CreatedAt).ToList();
        return videos.Count == 0
            ? TypedResults.NotFound()
            : Tagged.Text($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{Feed(videos)}", "text/xml; charset=UTF-8");
    }

    private static XElement Feed(List<SampleItem> videos)
    {
        var head = videos[0].Head;
        return new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xmlns + "yt", Yt),
            new XAttribute(XNamespace.Xmlns + "media", Media),
            new XAttribute("xmlns", Atom),
            new XElement(
                Atom + "link",
                new XAttribute("rel", "self"),
                new XAttribute("href", $"{Site}/feeds/videos.xml?channel_id={head.Channel}")
            ),
            new XElement(Atom + "id", $"yt:channel:{head.Channel![2..]}"),
            new XElement(Yt + "channelId", head.Channel[2..]),
            new XElement(Atom + "title", head.ChannelName),
            Alternate($"{Site}/channel/{head.Channel}"),
            Author(head),
            new XElement(Atom + "published", Time(videos[^1].CreatedAt.AddYears(-3))),
            videos.Take(15).Select(Entry)
        );
    }

    private static XElement Entry(SampleItem video) =>
        new(
            Atom + "entry",
            new XElement(Atom + "id", $"yt:video:{video.Head.Id}"),
            new XElement(Yt + "videoId", video.Head.Id),
            new XElement(Yt + "channelId", video.Head.Channel),
            new XElement(Atom + "title", video.Title),
            Alternate($"{Site}/watch?v={video.Head.Id}"),
            Author(video.Head),
            new XElement(Atom + "published", Time(video.CreatedAt)),
            new XElement(Atom + "updated", Time(video.CreatedAt)),
            new XElement(
                Media + "group",
                new XElement(Media + "title", video.Title),
                new XElement(
                    Media + "content",
                    new XAttribute("url", $"{Site}/v/{video.Head.Id}?version=3"),
                    new XAttribute("type", "application/x-shockwave-flash"),
                    new XAttribute("width", 640),
                    new XAttribute("height", 390)
                ),
                new XElement(
                    Media + "thumbnail",
                    new XAttribute("url", $"https://i1.ytimg.com/vi/{video.Head.Id}/hqdefault.jpg"),
                    new XAttribute("width", 480),
                    new XAttribute("height", 360)
                ),
                new XElement(Media + "description", video.Body),
                Community(video)
            )
        );

    private static XElement Community(SampleItem video) =>
        new(
            Media + "community",
            new XElement(
                Media + "starRating",
                new XAttribute("count", video.Head.Reactions),
                new XAttribute("average", "5.00"),
                new XAttribute("min", 1),
                new XAttribute("max", 5)
            ),
            new XElement(Media + "statistics", new XAttribute("views", video.Head.Views))
        );

    private static XElement Author(FrontMatter head) =>
        new(Atom + "author", new XElement(Atom + "name", head.ChannelName), new XElement(Atom + "uri", $"{Site}/channel/{head.Channel}"));

    private static XElement Alternate(string href) => new(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("href", href));

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
