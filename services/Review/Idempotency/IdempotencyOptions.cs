using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Review.Idempotency;

/// <summary>Section <c>Idempotency</c>.</summary>
internal sealed class IdempotencyOptions
{
    public const string Section = "Idempotency";

    /// <summary>How long an answer is kept.</summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(1);

    /// <summary>A request without a response after this time counts as dead; its repeat runs again.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>So many of a person's newest responses are kept.</summary>
    [Range(1, 1_000_000)]
    public int MostPerPerson { get; set; } = 10_000;

    /// <summary>From one sweep to the next.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(10);
}
