using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Collector;

/// <summary>Section <c>Collector</c>.</summary>
internal sealed class CollectorOptions
{
    public const string Section = "Collector";

    /// <summary>File of the sources to poll; a relative path starts at the content root.</summary>
    [Required]
    public string SourcesFile { get; set; } = "sources.yaml";

    /// <summary>A poll looks back this far, and after a longer outage as far as the last one that succeeded, at most 30 days.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Items that name the same thing within this time belong to one event.</summary>
    public TimeSpan EventWindow { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How often the table is checked for due sources.</summary>
    public TimeSpan PollCheck { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A poll takes at most this long; afterwards another process may take over the source of one that died.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Wait after a first failure; doubled with each further one.</summary>
    public TimeSpan FirstBackoff { get; set; } = TimeSpan.FromMinutes(1);

    public TimeSpan LongestBackoff { get; set; } = TimeSpan.FromHours(6);

    /// <summary>A source with little news is polled less often, down to once in this many intervals.</summary>
    [Range(1, 1000)]
    public double SlowestInterval { get; set; } = 8;

    /// <summary>But at least this often, unless its own interval is longer.</summary>
    public TimeSpan LongestInterval { get; set; } = TimeSpan.FromHours(12);

    /// <summary>After this time without news a source that used to have some counts as strangely quiet.</summary>
    public TimeSpan QuietAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Sources that one process polls at once.</summary>
    [Range(1, 64)]
    public int ConcurrentPolls { get; set; } = 4;

    /// <summary>A URL or address where an upstream's operators can reach you; sent in the User-Agent.</summary>
    public string? Contact { get; set; }

    /// <summary>How often Compliance is asked for the policy, which says what may be collected.</summary>
    public TimeSpan PolicyCheck { get; set; } = TimeSpan.FromSeconds(30);
}
