using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Publisher.Forms;

/// <summary>How often a form may be sent.</summary>
internal abstract class FormLimits
{
    /// <summary>Forms that one address may send in <see cref="Window"/>; an IPv6 address counts with its /64.</summary>
    [Range(1, 10_000)]
    public int PerAddress { get; set; } = 5;

    /// <summary>Forms that all addresses together may send in <see cref="Window"/>, so that nobody floods us from everywhere.</summary>
    [Range(1, 1_000_000)]
    public int Together { get; set; } = 200;

    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(10);
}
