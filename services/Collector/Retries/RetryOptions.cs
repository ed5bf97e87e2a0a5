using System.ComponentModel.DataAnnotations;
using NewsEducator.Collector.Connectors;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Collector.Retries;

/// <summary>Section <c>Retries</c>: how an item that could not be fetched is asked for again.</summary>
internal sealed class RetryOptions
{
    public const string Section = "Retries";

    /// <summary>After the first failure; doubled with each further one.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMinutes(5);

    public TimeSpan LongestPause { get; set; } = TimeSpan.FromDays(1);

    /// <summary>After so many responses in a row that say so an item is gone; a single one may come from a deployment.</summary>
    [Range(1, 100)]
    public int TimesUntilGone { get; set; } = 2;

    /// <summary>An item that could not be fetched for so long is dropped, with the reason.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How often the table is checked for due entries.</summary>
    public TimeSpan Check { get; set; } = TimeSpan.FromSeconds(5);

    /// <param name="fault">The last one.</param>
    /// <param name="attempts">In a row, those that the upstream was asked in.</param>
    /// <param name="now">When it failed.</param>
    /// <returns>When it is asked again: after the pause, or when the upstream opens.</returns>
    public DateTimeOffset NextTry(UpstreamFault fault, int attempts, DateTimeOffset now)
    {
        var next = now + Backoff.After(Math.Max(1, attempts), FirstPause, LongestPause);
        return fault.NotBefore is { } opens && (fault.NotAsked || opens > next) ? opens : next;
    }
}
