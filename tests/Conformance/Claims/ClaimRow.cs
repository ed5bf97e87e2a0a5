namespace NewsEducator.Conformance.Claims;

/// <summary>A row of <c>claims.jsonl</c>: one Chinese sentence about a thread, written by hand.</summary>
/// <param name="Thread">Id of the thread in <c>labelled.jsonl</c>.</param>
/// <param name="Quote">What a summarizer would cite; null where it would cite nothing.</param>
/// <param name="Evidence">Verbatim pieces of the thread that decide the case, the most important first.</param>
internal sealed record ClaimRow(
    string Id,
    string Thread,
    bool True,
    string Kind,
    string Sentence,
    string? Quote,
    IReadOnlyList<string>? Evidence
);
