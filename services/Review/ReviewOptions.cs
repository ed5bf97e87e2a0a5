using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Review;

/// <summary>Section <c>Review</c>.</summary>
internal sealed class ReviewOptions
{
    public const string Section = "Review";

    /// <summary>IANA time zone in which a pack's date is a date.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>The most candidates a pack offers.</summary>
    [Range(1, 500)]
    public int PackSize { get; set; } = 30;

    /// <summary>Screened items older than this are not offered any more.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(3);

    /// <summary>A cut waits until no candidate has come in for this long …</summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>… and at most for this long.</summary>
    public TimeSpan SettleAtMost { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an import or a release waits for the services behind it before it answers 202.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(20);
}
