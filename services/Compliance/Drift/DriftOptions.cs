using System.ComponentModel.DataAnnotations;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Compliance.Drift;

/// <summary>Section <c>Drift</c>: how the sources of published items are looked at again.</summary>
internal sealed class DriftOptions
{
    public const string Section = "Drift";

    /// <summary>First look, counted from the publication; each further one after twice as long.</summary>
    public TimeSpan FirstLook { get; set; } = TimeSpan.FromDays(1);

    public TimeSpan LongestPause { get; set; } = TimeSpan.FromDays(30);

    /// <summary>An item that is published for longer is not watched any more; zero switches it off.</summary>
    public TimeSpan WatchFor { get; set; } = TimeSpan.FromDays(180);

    /// <summary>After a look that did not find the source, or met a host in trouble; doubled with each further one in trouble up to <see cref="LongestPause"/>.</summary>
    public TimeSpan TryAgainAfter { get; set; } = TimeSpan.FromHours(6);

    /// <summary>So many looks in a row without the source mean that it is gone; one may have met a page for maintenance.</summary>
    [Range(1, 100)]
    public int MissesUntilGone { get; set; } = 2;

    /// <summary>How often the table is asked what is due.</summary>
    public TimeSpan Check { get; set; } = TimeSpan.FromMinutes(1);

    /// <param name="now">The present time.</param>
    /// <param name="troubles">Looks in a row that said nothing, 1 or more.</param>
    public DateTimeOffset TryAgain(DateTimeOffset now, int troubles) => now + GrowingPause.After(troubles, TryAgainAfter, LongestPause);

    /// <param name="at">The publication, or the last look.</param>
    /// <param name="looks">Made so far.</param>
    /// <returns>When the next look is due.</returns>
    public DateTimeOffset LookAfter(DateTimeOffset at, int looks) => at + GrowingPause.After(looks + 1, FirstLook, LongestPause);
}
