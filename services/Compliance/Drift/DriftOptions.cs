using System.ComponentModel.DataAnnotations;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Compliance.Drift;

/// <summary>Section <c>Drift</c>: how the sources of published items are looked at again.</summary>
internal sealed class DriftOptions
{
    public const string Section = "Drift";

    /// <summary>Time from publication to the first check; each further check comes after twice as long.</summary>
    public TimeSpan FirstLook { get; set; } = TimeSpan.FromDays(1);

    public TimeSpan LongestPause { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a published item is watched; zero switches it off.</summary>
    public TimeSpan WatchFor { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Pause after a check that did not find the source or met a failing host; doubled with each further failure up to
    /// <see cref="LongestPause"/>.</summary>
    public TimeSpan TryAgainAfter { get; set; } = TimeSpan.FromHours(6);

    /// <summary>After so many misses in a row a source is gone; a single one may have met a maintenance page.</summary>
    [Range(1, 100)]
    public int MissesUntilGone { get; set; } = 2;

    /// <summary>How often the table is checked for due entries.</summary>
    public TimeSpan Check { get; set; } = TimeSpan.FromMinutes(1);

    /// <param name="now">The present time.</param>
    /// <param name="troubles">Looks in a row that said nothing, 1 or more.</param>
    public DateTimeOffset TryAgain(DateTimeOffset now, int troubles) => now + Backoff.After(troubles, TryAgainAfter, LongestPause);

    /// <param name="at">The publication, or the last look.</param>
    /// <param name="looks">Made so far.</param>
    /// <returns>When the next look is due.</returns>
    public DateTimeOffset LookAfter(DateTimeOffset at, int looks) => at + Backoff.After(looks + 1, FirstLook, LongestPause);
}
