namespace NewsEducator.Contracts;

/// <summary>What the Summarizer thinks of an item before anybody reads it: it orders a pack and decides nothing else.</summary>
public sealed record Judgement
{
    /// <summary>The floor that is shipped: below it an item is not offered.</summary>
    public const double LowestWorth = 0.5;

    /// <summary>See <see cref="LowestWorth"/>.</summary>
    public const double LowestValue = 0.3;

    /// <summary>How likely it is worth a reviewer's time, 0 to 1; null for kinds and languages that the model was not fitted on.</summary>
    public double? Worth { get; init; }

    /// <summary>What a reader learns, 0 (help request, bare release note) to 3 (root cause with evidence, weighed debate, measured
    /// tutorial).</summary>
    public required double Value { get; init; }

    /// <summary>What speaks for and against it, of <see cref="JudgementReasons"/>, the strongest first.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Whether it is offered; of what was not judged for worth the value alone decides.</summary>
    public bool IsAbove(double lowestWorth, double lowestValue) => (Worth ?? 1) >= lowestWorth && Value >= lowestValue;
}

/// <summary>The reasons of a <see cref="Judgement"/>; how they are worded is up to who shows them.</summary>
public static class JudgementReasons
{
    public const string Cause = "cause";
    public const string Fix = "fix";
    public const string Data = "data";
    public const string TradeOff = "trade-off";
    public const string Release = "release";
    public const string Promotion = "promotion";
    public const string Question = "question";
    public const string Brief = "brief";
}
