using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Opinions;
using NewsEducator.Compliance.Rules;
using NewsEducator.Compliance.Texts;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Screenings;

/// <summary>Applies every rule of the policy. Pure: the same input gives the same outcome.</summary>
internal static class Screen
{
    // A text made to trip a rule a thousand times is reported once for each rule and sentence, and no more often than anybody reads.
    private const int MostFindingsOfARule = 8;

    internal sealed record Outcome(
        Verdict Verdict,
        IReadOnlyList<Finding> Findings,
        IReadOnlyList<SentenceCheck> Sentences,
        IReadOnlyList<ShadowHit> Shadow
    );

    public static Outcome Run(ScreeningInput input)
    {
        var found = RuleCatalogue
            .All.Where(rule => !input.Policy.IsOff(rule.Id))
            .SelectMany(rule =>
                rule.Check(input).Take(MostFindingsOfARule).Select(hit => ToFinding(rule, input.Policy.SeverityOf(rule), hit))
            )
            .OrderByDescending(finding => finding.Severity)
            .ToLookup(finding => input.Policy.Shadow.Contains(finding.Rule));
        List<Finding> findings = [.. found[false]];
        var shadow = found[true]
            .GroupBy(finding => finding.Rule)
            .Select(hits => new ShadowHit(hits.Key, VerdictOf([.. findings, .. hits]), [.. hits]));
        return new Outcome(VerdictOf(findings), findings, JudgedSentences.Of(input), [.. shadow]);
    }

    private static Finding ToFinding(IRule rule, Severity severity, Hit hit) =>
        new()
        {
            Rule = rule.Id,
            Severity = severity,
            Message = Text.Get(rule.Id, Text.Chinese, hit.Arguments),
            MessageEn = Text.Get(rule.Id, Text.English, hit.Arguments),
            Evidence = hit.Evidence,
            Sentence = hit.Sentence,
            Spans = hit.Spans ?? [],
        };

    private static Verdict VerdictOf(List<Finding> findings) =>
        findings.Select(finding => finding.Severity).DefaultIfEmpty(Severity.Note).Max() switch
        {
            Severity.Block => Verdict.Blocked,
            Severity.Verify => Verdict.NeedsVerify,
            _ => Verdict.Pass,
        };
}

/// <summary>What a shadow rule found, which no reviewer sees.</summary>
/// <param name="WouldBe">The verdict, did the rule count.</param>
internal sealed record ShadowHit(string Rule, Verdict WouldBe, IReadOnlyList<Finding> Findings);
