using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Selection.Content;

/// <summary>
/// Whether a text is worth a reviewer's time by what it says: a logistic model over hand-named cues, whose weights lie beside it. It learned
/// from issues and articles in English and judges nothing else.
/// </summary>
internal sealed class ContentJudgement
{
    private const int LongestTitle = 300;
    private const int MostRead = 6_000;
    private const double MostForeign = 0.2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static ContentJudgement Shipped { get; } = Load();

    public required double Bias { get; init; }

    public required IReadOnlyList<LengthCue> Lengths { get; init; }

    public required IReadOnlyList<ContentCue> Cues { get; init; }

    /// <returns>Null for a text that is worth it, or that cannot be judged.</returns>
    public Drop? Against(SourceKind kind, string title, string body)
    {
        if (kind is not (SourceKind.GitHubIssue or SourceKind.GitHubDiscussion or SourceKind.Article) || IsForeign(title, body))
        {
            return null;
        }

        var found = Find(title.Length > LongestTitle ? title[..LongestTitle] : title, body.Length > MostRead ? body[..MostRead] : body);
        var score = Bias + found.Sum(cue => cue.Weight);
        return score > 0 ? null : new Drop(ReasonOf(found), Explain(score, found));
    }

    private static DropReason ReasonOf(List<Finding> found) =>
        found.Where(cue => cue.Weight < 0).MinBy(cue => cue.Weight)?.Reason ?? DropReason.LowSignal;

    private static string Explain(double score, List<Finding> found)
    {
        var against = string.Join('、', found.Where(cue => cue.Weight < 0).OrderBy(cue => cue.Weight).Select(cue => cue.Says));
        var inFavour = string.Join('、', found.Where(cue => cue.Weight > 0).OrderByDescending(cue => cue.Weight).Select(cue => cue.Says));
        return string.Create(CultureInfo.InvariantCulture, $"内容判断 {score:0.0}：{(against.Length > 0 ? against : "没有故障、争议、教程或安全的迹象")}")
            + (inFavour.Length > 0 ? $"（有利：{inFavour}）" : "");
    }

    private static bool IsForeign(string title, string body)
    {
        var sample = $"{title}{(body.Length > MostRead ? body[..MostRead] : body)}";
        return sample.Count(letter => letter > '\u2E80') > MostForeign * sample.Length;
    }

    private static ContentJudgement Load()
    {
        using var stream = typeof(ContentJudgement).Assembly.GetManifestResourceStream("content.json")
            ?? throw new InvalidOperationException("The content cues are not in the assembly.");
        return JsonSerializer.Deserialize<ContentJudgement>(stream, Json) ?? throw new InvalidOperationException("The content cues are empty.");
    }

    private List<Finding> Find(string title, string body)
    {
        var length = body.AsSpan().Trim().Length;
        var found = Cues.Where(cue => cue.IsIn(title, body)).Select(cue => new Finding(cue.Says, cue.Weight, cue.Reason)).ToList();
        if (Lengths.Where(cue => length < cue.Below).MinBy(cue => cue.Below) is { } tooShort)
        {
            found.Add(new Finding(tooShort.Says, tooShort.Weight, DropReason.LowSignal));
        }

        return found;
    }

    private sealed record Finding(string Says, double Weight, DropReason Reason);
}
