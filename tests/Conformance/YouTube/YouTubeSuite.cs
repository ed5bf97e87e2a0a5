using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.YouTube;

namespace NewsEducator.Conformance.YouTube;

/// <summary>Feeds give each video's id, title and date; captions give text in which nothing is said twice; errors are distinguished; lists
/// have their targets.</summary>
internal sealed partial class YouTubeSuite : ISuite
{
    private const int Phrase = 12;

    public string Name => "youtube";

    public JsonObject Run(DirectoryInfo folder, TextWriter log) => RecordedFiles.Measure(folder, IsHandled, log);

    private static bool IsHandled(string file, string text) =>
        file.Split('/')[0] switch
        {
            "feeds" => ChannelFeed.Read(text) is { Count: > 0 } videos
                && videos.All(video => video.Title.Length > 0 && video.Address.Id.Length == 11 && video.PublishedAt != default),
            "captions" => IsSaidOnce(CaptionFile.TextOf(text)),
            "player" => IsToldApart(file, text),
            "data-api-v3" => DataList.Read(text) is { Items.Count: > 0 } list
                && list.Items.All(item => item.Target is { Length: > 0 } && item.Snippet is { Title.Length: > 0 }),
            _ => false,
        };

    private static bool IsSaidOnce(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        var phrases = Enumerable
            .Range(0, Math.Max(0, words.Count - Phrase))
            .Select(at => string.Join(' ', words.Skip(at).Take(Phrase)))
            .ToList();
        return words.Count > 0
            && !text.Contains("-->", StringComparison.Ordinal)
            && !text.Contains('<', StringComparison.Ordinal)
            && phrases.Distinct().Count() >= 0.98 * phrases.Count;
    }

    // A recording that plays gives its details, every other one says why it does not, each with words of its own.
    private static bool IsToldApart(string file, string text)
    {
        var found = WhatIsWrong(text);
        return file switch
        {
            _ when file.Contains("consent", StringComparison.Ordinal) => found?.Contains("consent", StringComparison.Ordinal) == true,
            _ when file.Contains("too_many", StringComparison.Ordinal) => found?.Contains("too many requests", StringComparison.Ordinal)
                == true,
            _ when text.Contains("\"status\": \"OK\"", StringComparison.Ordinal)
                    || text.Contains("\"status\":\"OK\"", StringComparison.Ordinal) => found is null,
            _ => found is { Length: > 0 } && !found.Contains("without player data", StringComparison.Ordinal),
        };
    }

    private static string? WhatIsWrong(string text)
    {
        try
        {
            var player = Player.In(text);
            player.Playing(player.VideoDetails?.VideoId ?? "");
            return null;
        }
        catch (UnreadableException error)
        {
            return error.Message;
        }
    }

    [GeneratedRegex(@"[\w']+")]
    private static partial Regex Word();
}
