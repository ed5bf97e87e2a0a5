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

/// <summary>What was checked of a sentence. Compliance sets it once; page, pack, digest, card, feed and event show the same one.</summary>
public enum SentenceState
{
    /// <summary>Nothing could be compared: a person has to read it. Also the state of sentences that were screened before states were
    /// kept.</summary>
    Unchecked,

    /// <summary>The source's own words.</summary>
    Verbatim,

    /// <summary>Every name, figure, version, direction and negation agrees with the span; the meaning was not judged.</summary>
    Matched,

    /// <summary>A verifier judged that the span entails it.</summary>
    Judged,

    /// <summary>Something of it is not as the source has it; findings say what.</summary>
    Contradicted,

    /// <summary>Marked 【推测】, or says 来源未说明.</summary>
    Inference,
}

/// <summary>One sentence of the summary beside its evidence.</summary>
public sealed record SentenceCheck
{
    public required string Text { get; init; }

    public SentenceState State { get; init; }

    /// <summary>Best evidence first; empty if there is no evidence.</summary>
    public required IReadOnlyList<EvidenceSpan> Evidence { get; init; }
}

/// <summary>A verbatim piece of the snapshot: UTF-16 offsets into <see cref="Snapshot.Text"/>.</summary>
public sealed record EvidenceSpan
{
    public required int Start { get; init; }

    public required int Length { get; init; }

    public required string Text { get; init; }
}
