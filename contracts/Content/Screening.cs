namespace NewsEducator.Contracts;

/// <summary>The outcome of screening.</summary>
public enum Verdict
{
    Pass,
    NeedsVerify,
    Blocked,
}

/// <summary>How much a finding weighs: <c>Block</c> ends in Blocked, <c>Verify</c> in NeedsVerify, <c>Note</c> changes nothing.</summary>
public enum Severity
{
    Note,
    Verify,
    Block,
}

/// <summary>One result of one compliance rule.</summary>
public sealed record Finding
{
    /// <summary>For example <c>identity.channel</c>.</summary>
    public required string Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Chinese, for reviewers.</summary>
    public required string Message { get; init; }

    /// <summary>The same in English.</summary>
    public required string MessageEn { get; init; }

    /// <summary>What was found where, for example the title and channel that were fetched.</summary>
    public string? Evidence { get; init; }

    /// <summary>Index into <see cref="ItemScreened.Sentences"/>, where the finding is about one sentence.</summary>
    public int? Sentence { get; init; }

    /// <summary>The very words, where the finding is about what sources say: one place in each of the sources that disagree.</summary>
    public IReadOnlyList<SourceSpan> Spans { get; init; } = [];
}

/// <summary>Words of one of several sources.</summary>
public sealed record SourceSpan
{
    public required Guid ItemId { get; init; }

    public required string SnapshotId { get; init; }

    /// <summary>UTF-16 offset into <see cref="Snapshot.Text"/>.</summary>
    public required int Start { get; init; }

    public required string Text { get; init; }
}

/// <summary>How a sentence of the summary stands to the snapshot.</summary>
public enum Support
{
    Supported,
    Unsupported,

    /// <summary>Marked 【推测】, or says 来源未说明.</summary>
    Inference,

    /// <summary>Holds nothing that can be checked across languages: no number, name or identifier.</summary>
    Unanchored,
}

/// <summary>One sentence of the summary beside its evidence.</summary>
public sealed record SentenceCheck
{
    public required string Text { get; init; }

    public required Support Support { get; init; }

    /// <summary>Best evidence first; empty where there is none.</summary>
    public required IReadOnlyList<EvidenceSpan> Evidence { get; init; }
}

/// <summary>A verbatim piece of the snapshot: UTF-16 offsets into <see cref="Snapshot.Text"/>.</summary>
public sealed record EvidenceSpan
{
    public required int Start { get; init; }

    public required int Length { get; init; }

    public required string Text { get; init; }
}
