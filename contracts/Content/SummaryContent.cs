namespace NewsEducator.Contracts;

/// <summary>What a reviewer reads of an item, in plain text (no Markdown but code spans in backticks).</summary>
public sealed record SummaryContent
{
    public required string Title { get; init; }

    /// <summary>A label of <see cref="ItemTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>The summary's sentences, on one line.</summary>
    public required string Text { get; init; }

    /// <summary>At most 30 characters; null where the engine cannot write one.</summary>
    public string? OneLiner { get; init; }

    /// <summary>像……一样; null where the engine cannot write one.</summary>
    public string? Analogy { get; init; }

    public required Concept Concept { get; init; }

    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>BCP 47 language of <see cref="Text"/>: <c>zh</c>, or the source's own where the engine cannot translate.</summary>
    public required string Language { get; init; }

    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>Null where nobody judged: in a foreign pack, and in summaries written before this was kept.</summary>
    public Judgement? Judgement { get; init; }
}

/// <summary>One basic notion of the learning map.</summary>
public sealed record Concept
{
    /// <summary><see cref="Key"/> where no notion of the map fits.</summary>
    public const string NoneKey = "none";

    public required string Key { get; init; }

    public required string Name { get; init; }
}

/// <summary>A technical term with an explanation of at most 20 characters.</summary>
public sealed record Term
{
    public required string Name { get; init; }

    public required string Explanation { get; init; }
}

/// <summary>One sentence of the summary and the verbatim text of the snapshot that backs it.</summary>
public sealed record Claim
{
    public required string Sentence { get; init; }

    /// <summary>Null where whoever wrote the sentence gave none.</summary>
    public string? Quote { get; init; }

    /// <summary>What screening made of it; null before it was screened.</summary>
    public SentenceState? State { get; init; }
}
