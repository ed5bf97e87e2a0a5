using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Collector;

/// <summary>Section <c>Collector</c>.</summary>
internal sealed class CollectorOptions
{
    public const string Section = "Collector";

    /// <summary>The sources to poll; a relative path starts at the content root.</summary>
    [Required]
    public string SourcesFile { get; set; } = "sources.yaml";

    /// <summary>Only what changed within this time is looked at.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Items that name the same thing within this time tell of one event.</summary>
    public TimeSpan EventWindow { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How often the table of sources is asked for due ones.</summary>
    public TimeSpan PollCheck { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A poll takes at most this long; the source of a process that died is free again after it.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Wait after a first failure; doubled with each further one.</summary>
    public TimeSpan FirstBackoff { get; set; } = TimeSpan.FromMinutes(1);

    public TimeSpan LongestBackoff { get; set; } = TimeSpan.FromHours(6);

    /// <summary>A source that says little is polled less often, down to its interval times this.</summary>
    [Range(1, 1000)]
    public double SlowestInterval { get; set; } = 8;

    /// <summary>But at least this often, unless its own interval is longer.</summary>
    public TimeSpan LongestInterval { get; set; } = TimeSpan.FromHours(12);

    /// <summary>A source that used to say much is strangely quiet after this time without anything new.</summary>
    public TimeSpan QuietAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Sources that one process polls at once.</summary>
    [Range(1, 64)]
    public int ConcurrentPolls { get; set; } = 4;

    /// <summary>A URL or address that an upstream's operators can turn to; told to them in the User-Agent.</summary>
    public string? Contact { get; set; }

    /// <summary>How often Compliance is asked for the policy, which says what may be collected.</summary>
    public TimeSpan PolicyCheck { get; set; } = TimeSpan.FromSeconds(30);
}
