using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.HuggingFace;

/// <summary>An entry of a thread: a comment, a commit, a change of status or title.</summary>
internal sealed record HubEvent
{
    public required string Type { get; init; }

    public HubUser? Author { get; init; }

    public HubEventData? Data { get; init; }

    public bool IsComment => Type == "comment" && Data is { Hidden: false, Latest: not null };

    public int Reactions => Data?.Reactions.Sum(reaction => reaction.Count) ?? 0;

    public TextPart AsPart(SectionKind kind) => new(kind, Data?.Latest?.Raw ?? "") { Author = Author?.Name, Reactions = Reactions };
}

internal sealed record HubEventData
{
    public bool Hidden { get; init; }

    public HubText? Latest { get; init; }

    public IReadOnlyList<HubReaction> Reactions { get; init; } = [];
}

/// <param name="Raw">Markdown, as written.</param>
internal sealed record HubText(string? Raw);

internal sealed record HubReaction(int Count);

internal sealed record HubUser(string Name, string? Type);
