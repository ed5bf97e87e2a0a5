using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Review.Idempotency;

/// <summary>Section <c>Idempotency</c>.</summary>
internal sealed class IdempotencyOptions
{
    public const string Section = "Idempotency";

    /// <summary>How long an answer is kept.</summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(1);

    /// <summary>A request without an answer after this long died with its process; its repeat is worked on.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Of one person the newest so many answers are kept.</summary>
    [Range(1, 1_000_000)]
    public int MostPerPerson { get; set; } = 10_000;

    /// <summary>From one sweep to the next.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(10);
}
