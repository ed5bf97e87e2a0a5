using NewsEducator.Contracts;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Embeddings;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Conformance.Falsehoods;

/// <summary>What is true of a thread by construction: its own sentences, and what they name rendered in Chinese; each with and without
/// quotes.</summary>
internal static class TrueSummaries
{
    private static readonly ItemJudge Judge = new(ConceptMap.Load(), JudgeModel.Load(), new SentenceEncoder());

    public static IEnumerable<Summarized> Of(Snapshot snapshot)
    {
        var extract = ExtractiveEngine.Write(snapshot, Judge.Judge(snapshot));
        if (extract.Claims.Count == 0)
        {
            yield break;
        }

        yield return new Summarized(snapshot, extract);
        yield return new Summarized(snapshot, WithoutQuotes(extract));
        if (extract.Language == Language.English && Rendered(extract) is { Claims.Count: > 0 } rendered)
        {
            yield return new Summarized(snapshot, rendered);
            yield return new Summarized(snapshot, WithoutQuotes(rendered));
        }
    }

    private static SummaryContent Rendered(SummaryContent extract)
    {
        var claims = (
            from claim in extract.Claims
            let sentence = ChineseRendering.Of(claim.Sentence)
            where sentence is not null
            select claim with
            {
                Sentence = sentence,
            }
        ).ToList();
        return extract with
        {
            Language = Language.Chinese,
            Claims = claims,
            Text = Summarized.TextOf(claims, Language.Chinese),
            OneLiner = null,
        };
    }

    private static SummaryContent WithoutQuotes(SummaryContent content) =>
        content with
        {
            Claims = [.. content.Claims.Select(claim => claim with { Quote = null })],
        };
}
