using System.Text;
using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors;

/// <summary>What is known of an item besides its text: enough to sort out most of them before anything is fetched.</summary>
internal sealed record ItemFacts
{
    public required ItemAddress Address { get; init; }

    /// <summary>On one line and without invisible characters, as it ends up in columns, lists and headings.</summary>
    public required string Title { get; init => field = PlainText.Line(WellFormed(value)); }

    /// <summary>Account, channel or organisation, as served.</summary>
    public string? Author { get; init => field = value is null ? null : PlainText.Line(WellFormed(value)); }

    /// <summary>The upstream says that a program wrote it.</summary>
    public bool ByBot { get; init; }

    public bool IsPullRequest { get; init; }

    public IReadOnlyList<string> Labels { get; init => field = [.. value.Where(label => !string.IsNullOrWhiteSpace(label))]; } = [];

    public int Comments { get; init; }

    /// <summary>Reactions or upvotes.</summary>
    public int Reactions { get; init; }

    /// <summary>The upstream says that it is one of its clips of a minute.</summary>
    public bool IsShort { get; init; }

    /// <summary>What its source says of having taken it back, Chinese; null where it stands.</summary>
    public string? Withdrawn { get; init; }

    /// <summary>Of a video; null until its page was fetched.</summary>
    public TimeSpan? Duration { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>A page often hides when it was published and by whom; the feed that named it says so.</summary>
    public ItemFacts CompletedBy(ItemFacts listed) => Address.Kind == SourceKind.Article
        ? this with { PublishedAt = listed.PublishedAt, UpdatedAt = listed.UpdatedAt, Title = Title.Length > 0 ? Title : listed.Title }
        : this;

    // Half of a pair of surrogates is no text that a database takes.
    private static string WellFormed(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
}
