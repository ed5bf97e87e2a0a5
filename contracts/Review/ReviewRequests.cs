namespace NewsEducator.Contracts;

/// <summary>A decision; a null choice takes it back.</summary>
/// <param name="Decision"><c>approve</c>, <c>skip</c>, <c>needs-verify</c> or null.</param>
/// <param name="Reason">Shown in the history and, with needs-verify, as the open questions, for which it must be given; at most 1,000
/// characters.</param>
public sealed record DecisionRequest(Choice? Decision, string? Reason = null);

/// <summary>New texts of a candidate; what is null stays, an empty text takes it away. After a new summary the further texts go unless they
/// are given or kept.</summary>
/// <param name="Title">At most 300 characters.</param>
/// <param name="Summary">At most 4,000 characters.</param>
/// <param name="OneLiner">At most 200 characters.</param>
/// <param name="Analogy">At most 200 characters.</param>
/// <param name="Terms">At most 10, of at most 200 characters.</param>
/// <param name="KeepRest">Whoever edits the summary has seen that one-liner, analogy and terms still hold.</param>
public sealed record EditRequest(
    string? Title = null,
    string? Summary = null,
    string? OneLiner = null,
    string? Analogy = null,
    IReadOnlyList<Term>? Terms = null,
    bool KeepRest = false
);

/// <param name="Confirm">Whoever releases knows what is left undecided and expires.</param>
public sealed record ReleaseRequest(bool Confirm = false);

/// <summary>One of several decisions.</summary>
/// <param name="Number">The candidate's number in the pack.</param>
/// <param name="Decision"><c>approve</c>, <c>skip</c>, <c>needs-verify</c> or null.</param>
/// <param name="Reason">See <see cref="DecisionRequest"/>.</param>
/// <param name="IfMatch">The candidate's ETag as it was seen; without it the entry is answered 428.</param>
public sealed record BulkDecision(int Number, Choice? Decision, string? Reason = null, string? IfMatch = null);

/// <summary>What became of one of several decisions.</summary>
/// <param name="Number">The candidate's number in the pack.</param>
/// <param name="Status">200, 404, 409, 412, 422 or 428, as the same decision alone would be answered.</param>
/// <param name="Code">Why it was not decided, for programs.</param>
/// <param name="Detail">The same in Chinese.</param>
/// <param name="DetailEn">The same in English.</param>
/// <param name="ETag">The candidate's present ETag; null where there is no such candidate.</param>
public sealed record BulkOutcome(int Number, int Status, string? Code, string? Detail, string? DetailEn, string? ETag);

/// <param name="Reviewer">Who is to look at the candidate; null: nobody in particular.</param>
public sealed record AssignmentRequest(string? Reviewer);

/// <param name="Concept">Key of a concept of the learning map; <c>none</c> where none fits.</param>
public sealed record ConceptRequest(string Concept);

/// <param name="Text">At most 2,000 characters.</param>
public sealed record CommentRequest(string Text);

/// <param name="Date">The pack's date; today in the configured zone where none is given. Not in the future.</param>
public sealed record CutRequest(DateOnly? Date = null);
