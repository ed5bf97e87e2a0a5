using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace NewsEducator.Upstream.Day;

/// <summary>
/// Reads a file of samples/day: front matter, body, and then each part under a line such as
/// <c>=== mira-k after 2.5h, 12 reactions, answer</c> or <c>=== transcript en</c>.
/// </summary>
internal static partial class SampleFile
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    public static SampleItem Parse(string category, string file)
    {
        var opening = FrontMatterBlock().Match(file);
        if (!opening.Success)
        {
            throw new FormatException("a sample starts with front matter between two lines of ---");
        }

        var head = Yaml.Deserialize<FrontMatter>(opening.Groups["yaml"].Value);
        var (body, parts) = Split(file[opening.Length..]);
        return new SampleItem
        {
            Category = category,
            Head = head,
            Body = Repeat(body, head.RepeatTo),
            Replies = [.. parts.Where(part => part.Head.Groups["hours"].Success).Select(ReadReply)],
            Transcript = parts.Where(part => part.Head.Groups["language"].Success).Select(ReadTranscript).FirstOrDefault(),
        };
    }

    private static (string Body, List<(Match Head, string Text)> Parts) Split(string text)
    {
        var heads = PartHead().Matches(text);
        var parts = new List<(Match, string)>();
        for (var i = 0; i < heads.Count; i++)
        {
            var start = heads[i].Index + heads[i].Length;
            var end = i + 1 < heads.Count ? heads[i + 1].Index : text.Length;
            parts.Add((heads[i], text[start..end].Trim()));
        }

        return (text[..(heads.Count > 0 ? heads[0].Index : text.Length)].Trim(), parts);
    }

    private static Reply ReadReply((Match Head, string Text) part) =>
        new(
            part.Head.Groups["author"].Value,
            TimeSpan.FromHours(double.Parse(part.Head.Groups["hours"].Value, CultureInfo.InvariantCulture)),
            part.Head.Groups["reactions"] is { Success: true } reactions ? int.Parse(reactions.Value, CultureInfo.InvariantCulture) : 0,
            part.Head.Groups["answer"].Success,
            part.Text
        );

    private static Transcript ReadTranscript((Match Head, string Text) part) =>
        new(
            part.Head.Groups["language"].Value,
            part.Head.Groups["asr"].Success,
            part.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );

    private static string Repeat(string body, int length) =>
        length <= body.Length ? body : string.Concat(Enumerable.Repeat(body + "\n\n", length / (body.Length + 2) + 1));

    [GeneratedRegex(@"\A---\n(?<yaml>.*?)\n---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatterBlock();

    [GeneratedRegex(
        @"^=== (?:transcript (?<language>[a-z]{2})(?<asr> asr)?|(?<author>\S+) after (?<hours>[\d.]+)h(?:, (?<reactions>\d+) reactions)?(?<answer>, answer)?)$",
        RegexOptions.Multiline
    )]
    private static partial Regex PartHead();
}
