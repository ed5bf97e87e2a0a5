namespace NewsEducator.Upstream.Day;

/// <summary>One file of samples/day, dated.</summary>
internal sealed record SampleItem
{
    /// <summary>The folder that the file is in.</summary>
    public required string Category { get; init; }

    public required FrontMatter Head { get; init; }
    public required string Body { get; init; }
    public required IReadOnlyList<Reply> Replies { get; init; }
    public required Transcript? Transcript { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public ItemKind Kind => Head.Kind;
    public string Title => Head.Title;

    /// <summary>owner/name of an id like owner/name#12.</summary>
    public string Repository => Head.Vulnerability?.Repository ?? Head.Id.Split('#')[0];

    public int Number => Head.Id.Split('#') is [_, var text] && int.TryParse(text, out var number) ? number : 0;

    public bool IsClosed => Head.State is "closed" or "merged";

    public DateTimeOffset UpdatedAt => Replies.Count == 0 ? CreatedAt : Replies.Max(At);

    public DateTimeOffset? ClosedAt => IsClosed ? UpdatedAt : null;

    public DateTimeOffset At(Reply reply) => CreatedAt + reply.After;

    /// <summary>The number of the item, or of one of its parts: comment one is part one.</summary>
    public long NumericId(int part = 0) => StableId.Of($"{Kind}/{Head.Id}/{part}");
}
