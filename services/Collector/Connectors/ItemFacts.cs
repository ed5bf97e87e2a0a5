using System.Text;
using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors;

/// <summary>What is known of an item besides its text: enough to sort out most of them before anything is fetched.</summary>
internal sealed record ItemFacts
{
    private const int LongestTitle = 500;
    private const int LongestName = 200;
    private const int MostLabels = 100;

    public required ItemAddress Address { get; init; }

    /// <summary>On one line and without invisible characters, as it ends up in columns, messages, lists and headings.</summary>
    public required string Title
    {
        get;
        init => field = PlainText.Line(value, LongestTitle);
    }

    /// <summary>Account, channel or organisation, as served.</summary>
    public string? Author
    {
        get;
        init => field = value is null ? null : PlainText.Line(value, LongestName);
    }

    /// <summary>The upstream says that a program wrote it.</summary>
    public bool ByBot { get; init; }

    public bool IsPullRequest { get; init; }

    public IReadOnlyList<string> Labels
    {
        get;
        init =>
            field = [
                .. value
                    .Where(label => !string.IsNullOrWhiteSpace(label))
                    .Take(MostLabels)
                    .Select(label => PlainText.Line(label, LongestName)),
            ];
    } = [];

    public int Comments { get; init; }

    /// <summary>Reactions or upvotes.</summary>
    public int Reactions { get; init; }

    /// <summary>A feed of somebody else's named it: how many care is only known once it was fetched.</summary>
    public bool IsNamedOnly { get; init; }

    /// <summary>The upstream says that it is one of its clips of a minute.</summary>
    public bool IsShort { get; init; }

    /// <summary>What its source says of having taken it back, Chinese; null where it stands.</summary>
    public string? Withdrawn { get; init; }

    /// <summary>Of a video; null until its page was fetched.</summary>
    public TimeSpan? Duration { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>No date could be read: the times are when the item was first seen.</summary>
    public bool IsUndated { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>A page often hides when it was published and by whom; the feed that named it says so.</summary>
    public ItemFacts CompletedBy(ItemFacts listed) =>
        Address.Kind == SourceKind.Article
            ? (
                listed.IsUndated ? this : this with { PublishedAt = listed.PublishedAt, UpdatedAt = listed.UpdatedAt, IsUndated = false }
            ) with
            {
                Title = Title.Length > 0 ? Title : listed.Title,
            }
            : this;

    /// <summary>Without a date of its own it is as old as we know it.</summary>
    public ItemFacts SeenSince(DateTimeOffset first) => IsUndated ? this with { PublishedAt = first } : this;
}
