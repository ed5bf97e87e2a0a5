using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Corrections;

/// <summary>What readers saw of an item before or after a correction.</summary>
public sealed record RevisedText(string Title, string Summary, string? OneLiner, string? Analogy, IReadOnlyList<Term> Terms)
{
    public static RevisedText Of(ApprovedContent content) =>
        new(content.Title, content.Summary, content.OneLiner, content.Analogy, content.Terms);

    /// <summary>Sentences and lines in order, so that two texts can be compared.</summary>
    public IEnumerable<string> Lines() =>
        new[] { Title }
            .Concat(Sentences.Of(Summary).Select(sentence => sentence.Trim()))
            .Concat([OneLiner ?? "", Analogy ?? ""])
            .Concat(Terms.Select(term => $"{term.Name}：{term.Explanation}"))
            .Where(line => line.Length > 0);
}
