namespace NewsEducator.Upstream.Day;

/// <summary>The head of a sample file; samples/README.md explains each key.</summary>
internal sealed record FrontMatter
{
    public ItemKind Kind { get; init; }
    public string Id { get; init; } = "";
    public string Title { get; init; } = "";
    public string Author { get; init; } = "";

    /// <summary>How old the item is on the day that is always today.</summary>
    public double HoursAgo { get; init; }

    /// <summary>A fixed date instead, for items that are not of the day.</summary>
    public DateTimeOffset? Date { get; init; }

    public List<string> Labels { get; init; } = [];
    public int Reactions { get; init; }
    public string State { get; init; } = "open";

    /// <summary>The body is repeated up to this many characters.</summary>
    public int RepeatTo { get; init; }

    /// <summary>A GET of the item itself answers 301 to this address.</summary>
    public string? RedirectTo { get; init; }

    /// <summary>Deleted: absent from lists, 410 on its own address.</summary>
    public bool Gone { get; init; }

    public string? Forum { get; init; }
    public string? Channel { get; init; }
    public string? ChannelName { get; init; }
    public int Seconds { get; init; }
    public int Views { get; init; }
    public List<string> Authors { get; init; } = [];
    public Vulnerability? Vulnerability { get; init; }
}
