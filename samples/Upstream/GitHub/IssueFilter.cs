using Microsoft.AspNetCore.Mvc;
using NewsEducator.Upstream.Day;

namespace NewsEducator.Upstream.GitHub;

/// <summary>The query parameters of a repository's issue list.</summary>
internal sealed record IssueFilter
{
    [FromQuery(Name = "state")]
    public string? State { get; init; }

    [FromQuery(Name = "labels")]
    public string? Labels { get; init; }

    [FromQuery(Name = "since")]
    public DateTimeOffset? Since { get; init; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    [FromQuery(Name = "direction")]
    public string? Direction { get; init; }

    public IReadOnlyList<SampleItem> Apply(IEnumerable<SampleItem> items)
    {
        var found = items.Where(HasState).Where(HasLabels).Where(item => Since is null || item.UpdatedAt >= Since);
        return [.. Direction == "asc" ? found.OrderBy(Key) : found.OrderByDescending(Key)];
    }

    private bool HasState(SampleItem item) =>
        State switch
        {
            "all" => true,
            "closed" => item.IsClosed,
            _ => !item.IsClosed,
        };

    private bool HasLabels(SampleItem item) =>
        Labels is not { Length: > 0 }
        || Labels.Split(',').All(label => item.Head.Labels.Contains(label.Trim(), StringComparer.OrdinalIgnoreCase));

    private (long Value, int Number) Key(SampleItem item) =>
        Sort switch
        {
            "comments" => (item.Replies.Count, item.Number),
            "updated" => (item.UpdatedAt.UtcTicks, item.Number),
            _ => (item.CreatedAt.UtcTicks, item.Number),
        };
}
