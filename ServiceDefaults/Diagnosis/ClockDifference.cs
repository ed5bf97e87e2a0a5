using System.Globalization;

namespace NewsEducator.ServiceDefaults.Diagnosis;

/// <summary>How far this machine's clock is from another's.</summary>
/// <param name="Ahead">Negative where ours is behind.</param>
/// <param name="Other">Whose the other clock is.</param>
public sealed record ClockDifference(TimeSpan Ahead, string Other)
{
    // Dates of digests, pauses that hosts ask for and lockouts bear less than this; a Date header tells whole seconds.
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    /// <summary>The fault, and what to do; null where the clocks agree.</summary>
    public string? Fault =>
        Ahead.Duration() <= Most
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"This machine's clock is {Ahead.Duration().TotalSeconds:0} s {(Ahead > TimeSpan.Zero ? "ahead of" : "behind")} that of {Other}: have both synchronised, for example by chrony or systemd-timesyncd."
            );

    /// <param name="asked">When the other was asked.</param>
    /// <param name="answered">When its answer was there.</param>
    /// <param name="theirs">The time that it told.</param>
    /// <param name="other">Whose clock it is.</param>
    public static ClockDifference Of(DateTimeOffset asked, DateTimeOffset answered, DateTimeOffset theirs, string other) =>
        new(asked + ((answered - asked) / 2) - theirs, other);
}
