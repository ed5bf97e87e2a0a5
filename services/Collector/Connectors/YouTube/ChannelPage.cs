using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Connectors.YouTube;

/// <summary>The page behind an @handle.</summary>
internal static partial class ChannelPage
{
    /// <exception cref="UnreadableException">The page names no channel.</exception>
    public static string IdIn(string page) =>
        Id().Match(page) is { Success: true } match
            ? match.Groups["id"].Value
            : throw new UnreadableException("YouTube served a channel's page without the channel's id");

    [GeneratedRegex(@"(""(externalId|channelId)""\s*:\s*""|itemprop=""(identifier|channelId)"" content=""|/channel/)(?<id>UC[\w-]{22})")]
    private static partial Regex Id();
}
