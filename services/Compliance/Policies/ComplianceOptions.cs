namespace NewsEducator.Compliance.Policies;

/// <summary>Section <c>Compliance</c>.</summary>
internal sealed class ComplianceOptions
{
    public const string Section = "Compliance";

    /// <summary>Path of the policy file; by default the one beside the program.</summary>
    public string PolicyFile { get; set; } = Path.Combine(AppContext.BaseDirectory, "policy.yaml");
}
