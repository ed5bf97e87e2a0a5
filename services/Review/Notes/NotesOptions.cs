using System.ComponentModel.DataAnnotations;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Notes;

/// <summary>Section <c>Notes</c>: packs as notes in a vault, read back when a person saves them.</summary>
internal sealed class NotesOptions
{
    public const string Section = "Notes";

    /// <summary>The vault; if empty, packs are neither written nor read.</summary>
    public string? Folder { get; set; }

    /// <summary>Path of a pack in the vault; <c>{date}</c> stands for its date.</summary>
    [Required]
    [RegularExpression(@".*\{date\}.*\.md", ErrorMessage = "Notes:PackPath must hold {date} and end in .md.")]
    public string PackPath { get; set; } = "00-收集箱/News-Inbox/{date}-candidates.md";

    /// <summary>Who decides by saving a note: whoever can write into the vault acts under this name.</summary>
    [Required]
    public string Reviewer { get; set; } = "notes";

    /// <summary>What that name may do: <c>reviewer</c> decides, <c>editor</c> also releases.</summary>
    [AllowedValues("reviewer", "editor", "operator")]
    public string Role { get; set; } = Roles.Reviewer;

    /// <summary>When a person sets <c>status: reviewed</c> in a note's front matter, the pack is released, if <see cref="Role"/>
    /// may.</summary>
    public bool ReleaseWhenReviewed { get; set; }

    /// <summary>How often the vault is polled.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A note is read once it has been quiet for this long.</summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Errors are written into a note that has been quiet for this long: a half-synced file is no mistake of a person.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A pack is kept in step with its note for this many days after it was made.</summary>
    [Range(1, 365)]
    public int Days { get; set; } = 14;

    public string PathOf(DateOnly date) =>
        Path.Combine(Folder!, PackPath.Replace("{date}", date.ToString("yyyy-MM-dd", null), StringComparison.Ordinal));
}
