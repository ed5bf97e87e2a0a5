namespace NewsEducator.Conformance.Summarization;

/// <summary>A row of <c>pairs.jsonl</c>.</summary>
/// <param name="Title">Papers have one, news articles do not.</param>
/// <param name="Systems">Summaries that others published, by system.</param>
/// <param name="SystemsRougeShipped">What ROUGE-1.5.5 says of them, by system and measure.</param>
internal sealed record SummaryRow(
    string Id,
    string Dataset,
    string? Title,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<string> References,
    int TargetSentences,
    IReadOnlyDictionary<string, string>? Systems,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>>? SystemsRougeShipped
);
