using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Compliance.Policies;

/// <summary>Section <c>Compliance</c>.</summary>
internal sealed class ComplianceOptions
{
    public const string Section = "Compliance";

    /// <summary>Path of the policy that a new database begins with; by default the one beside the program. Not read afterwards.</summary>
    [Required]
    public string PolicyFile { get; set; } = Path.Combine(AppContext.BaseDirectory, "policy.yaml");

    /// <summary>Snapshots that a preview reads and screens at once.</summary>
    [Range(1, 64)]
    public int PreviewConcurrency { get; set; } = 4;

    /// <summary>How far back a preview and a rescreening go unless a request says otherwise.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The most items of one preview or one rescreening.</summary>
    [Range(1, 1_000_000)]
    public int MostItems { get; set; } = 10_000;
}
