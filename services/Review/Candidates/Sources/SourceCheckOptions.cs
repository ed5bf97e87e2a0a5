using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Review.Candidates.Sources;

/// <summary>Section <c>SourceChecks</c>: how the sources of what waits for a person are looked at again.</summary>
internal sealed class SourceCheckOptions
{
    public const string Section = "SourceChecks";

    /// <summary>Pause between two checks of the source of a candidate that waits for a pack; zero switches them off.</summary>
    public TimeSpan Waiting { get; set; } = TimeSpan.FromHours(12);

    /// <summary>The same for candidates in an open pack or in verification.</summary>
    public TimeSpan Offered { get; set; } = TimeSpan.FromHours(3);

    /// <summary>So long before the scheduled cut all waiting candidates are checked once more; zero: not.</summary>
    public TimeSpan BeforeCut { get; set; } = TimeSpan.FromHours(1);

    /// <summary>If the source of an approved candidate was seen longer ago than this, it is checked once more during the release's
    /// hold.</summary>
    public TimeSpan BeforeRelease { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A source that is missing for the first time during a release's hold is checked once more after this.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "1.00:00:00")]
    public TimeSpan SecondLook { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>So long after its hold a release waits at most for sources that are missing, or whose check is not answered.</summary>
    public TimeSpan WaitAtMost { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the table is checked for due entries; each time about twenty checks are requested.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "1.00:00:00")]
    public TimeSpan Check { get; set; } = TimeSpan.FromMinutes(1);
}
