using System.Diagnostics.Metrics;
using NewsEducator.Compliance.Grounding.Words;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance;

/// <summary>Meter <c>NewsEducator.Compliance</c>.</summary>
internal static class ComplianceMetrics
{
    private static readonly Meter Meter = new("NewsEducator.Compliance");
    private static readonly Counter<long> Screenings = Meter.CreateCounter<long>(
        "newseducator.compliance.screened",
        "{item}",
        "Screenings, by verdict."
    );
    private static readonly Counter<long> Findings = Meter.CreateCounter<long>(
        "newseducator.compliance.findings",
        "{finding}",
        "Findings, by rule."
    );
    private static readonly Counter<long> Sentences = Meter.CreateCounter<long>(
        "newseducator.compliance.sentences",
        "{sentence}",
        "Screened sentences, by state."
    );
    private static readonly Counter<long> Shadows = Meter.CreateCounter<long>(
        "newseducator.compliance.shadow",
        "{screening}",
        "Screenings in which a shadow rule found something, by rule and by whether it would have changed the verdict."
    );
    private static readonly Counter<long> Policies = Meter.CreateCounter<long>(
        "newseducator.compliance.policy_changed",
        "{version}",
        "Stored versions of the policy."
    );
    private static readonly Counter<long> Rescreenings = Meter.CreateCounter<long>(
        "newseducator.compliance.rescreened",
        "{item}",
        "Items screened again, by verdict and by whether it changed."
    );
    private static readonly Counter<long> Revisits = Meter.CreateCounter<long>(
        "newseducator.compliance.revisited",
        "{item}",
        "Sources of published items looked at again, by outcome."
    );
    private static readonly Counter<long> Opinions = Meter.CreateCounter<long>(
        "newseducator.compliance.opinions",
        "{opinion}",
        "Second opinions that a model was to give, by outcome."
    );
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>(
        "newseducator.compliance.opinion_tokens",
        "{token}",
        "Tokens of second opinions, by direction."
    );

    public static void Screened(Screen.Outcome outcome)
    {
        Screenings.Add(1, new KeyValuePair<string, object?>("verdict", outcome.Verdict.ToString()));
        foreach (var (state, count) in SentenceStates.Count(outcome.Sentences))
        {
            Sentences.Add(count, new KeyValuePair<string, object?>("state", state.ToString()));
        }

        foreach (var finding in outcome.Findings)
        {
            Findings.Add(1, new KeyValuePair<string, object?>("rule", finding.Rule));
        }
    }

    public static void ShadowFindings(Screen.Outcome outcome)
    {
        foreach (var hit in outcome.Shadow)
        {
            Shadows.Add(
                1,
                new KeyValuePair<string, object?>("rule", hit.Rule),
                new KeyValuePair<string, object?>("changes", hit.WouldBe != outcome.Verdict)
            );
        }
    }

    public static void PolicyChanged() => Policies.Add(1);

    public static void Rescreened(Verdict verdict, bool changed) =>
        Rescreenings.Add(
            1,
            new KeyValuePair<string, object?>("verdict", verdict.ToString()),
            new KeyValuePair<string, object?>("changed", changed)
        );

    /// <param name="outcome"><c>backed</c>, <c>doubts</c>, <c>failed</c>, <c>slow</c>, <c>refused</c>, <c>invalid</c>, <c>left-alone</c>,
    /// <c>ceiling</c> or <c>too-long</c>.</param>
    public static void Asked(string outcome) => Opinions.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public static void Spent(long read, long written)
    {
        Tokens.Add(read, new KeyValuePair<string, object?>("direction", "input"));
        Tokens.Add(written, new KeyValuePair<string, object?>("direction", "output"));
    }

    /// <param name="outcome"><c>same</c>, <c>holds</c>, <c>lost</c>, <c>missing</c> or <c>failed</c>.</param>
    public static void Revisited(string outcome) => Revisits.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
