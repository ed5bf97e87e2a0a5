using System.ComponentModel.DataAnnotations;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Collector.Retries;

/// <summary>Section <c>Retries</c>: how an item that could not be fetched is asked for again.</summary>
internal sealed class RetryOptions
{
    public const string Section = "Retries";

    /// <summary>After the first failure; doubled with each further one.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMinutes(5);

    public TimeSpan LongestPause { get; set; } = TimeSpan.FromDays(1);

    /// <summary>So many answers in a row that it is not there mean that it is gone; one may have met a deployment.</summary>
    [Range(1, 100)]
    public int TimesUntilGone { get; set; } = 2;

    /// <summary>What could not be fetched for so long is no news any more: it is dropped, with what stood in the way.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How often the table is asked what is due.</summary>
    public TimeSpan Check { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan PauseAfter(int attempts) => GrowingPause.After(attempts, FirstPause, LongestPause);
}
