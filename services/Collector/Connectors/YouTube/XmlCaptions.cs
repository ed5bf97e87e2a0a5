using NewsEducator.Collector.Connectors.Feeds.Xml;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>The formats srv1 (<c>transcript/text</c>) and srv3 (<c>timedtext/body/p</c>); their texts are escaped twice and may hold
/// markup.</summary>
internal static class XmlCaptions
{
    /// <exception cref="UnreadableException">It is neither.</exception>
    public static IEnumerable<string> Read(string xml)
    {
        var root =
            LooseXml.Read(xml).Elements.FirstOrDefault(element => element.Name is "transcript" or "timedtext")
            ?? throw new UnreadableException("YouTube served captions that are no transcript");
        var cues = root.Name == "transcript" ? root.Each("text") : root.Each("body").SelectMany(body => body.Each("p"));
        return cues.Select(cue => WebVtt.Plain(cue.Text()));
    }
}
