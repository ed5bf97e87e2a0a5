using System.ComponentModel.DataAnnotations;
using NewsEducator.Contracts;
using NewsEducator.Review.Ranking;

namespace NewsEducator.Review;

/// <summary>Section <c>Review</c>.</summary>
internal sealed record ReviewOptions : RankingOptions, IValidatableObject
{
    public const string Section = "Review";

    /// <summary>IANA time zone in which a pack's date is a date.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>Local time at which the day's pack is cut; empty: on demand only.</summary>
    public TimeOnly? CutAt { get; set; } = new(8, 0);

    /// <summary>How many candidates a reviewer is asked to approve a day; shown, not enforced.</summary>
    [Range(0, 500)]
    public int ApproveAtLeast { get; set; } = 3;

    /// <summary>See <see cref="ApproveAtLeast"/>.</summary>
    [Range(0, 500)]
    public int ApproveAtMost { get; set; } = 5;

    /// <summary>How many candidates a reviewer may send to verification a day; shown, not enforced.</summary>
    [Range(0, 500)]
    public int VerifyAtMost { get; set; } = 2;

    /// <summary>New packs need two reviewers who agree on each candidate; the first opinion is hidden until the second is given.</summary>
    public bool FourEyes { get; set; }

    /// <summary>Share of a pack's candidates that are offered with one planted error, to measure what reviewers catch; never released. 0:
    /// none.</summary>
    [Range(0, 0.5)]
    public double PlantedShare { get; set; }

    /// <summary>The same for single types, by their labels: <c>Review__WindowOf__实战教程=14.00:00:00</c>.</summary>
    public Dictionary<string, TimeSpan> WindowOf { get; } = [];

    /// <summary>How many packs offer a candidate that nobody decides, as long as its window lasts; then it expires for good.</summary>
    [Range(1, 30)]
    public int OfferAtMost { get; set; } = 1;

    /// <summary>A cut waits until no candidate has come in for this long …</summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>… and at most for this long.</summary>
    public TimeSpan SettleAtMost { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a release can be taken back before it is sent; zero sends it at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ReleaseHold { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Where reviewers reach this service, for links in notifications; set by the host.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>A reminder is sent for a pack that is not released this long after its cut; zero: never.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan RemindAfter { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long an import or a release waits for the services behind it before it answers 202.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Where a trace is shown, with <c>{0}</c> for its id, for example Aspire's dashboard; empty shows the id alone.</summary>
    public string TraceUrl { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        WindowOf
            .Keys.Where(type => !ItemTypes.IsLabel(type))
            .Select(type => new ValidationResult(
                $"{Section}:{nameof(WindowOf)} names the type '{type}'; one of {string.Join(", ", ItemTypes.Labels)} is known."
            ));

    public TimeSpan WindowFor(string type) => WindowOf.TryGetValue(type, out var own) ? own : Window;
}
