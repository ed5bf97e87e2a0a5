using DiffPlex.DiffBuilder.Model;
using NewsEducator.Contracts;
using NewsEducator.Review.Policies;

namespace NewsEducator.Review.Pages.Policies;

/// <summary>What the page of the policy shows.</summary>
public sealed record PolicyPageModel(Reader Reader)
{
    /// <summary>The YAML in force; null where Compliance does not answer.</summary>
    public string? InForce { get; init; }

    /// <summary>The ETag of the policy in force.</summary>
    public string? Tag { get; init; }

    public PolicyStatus? Status { get; init; }

    public IReadOnlyList<PolicyVersion> Versions { get; init; } = [];

    /// <summary>Hosts that people asked for; null where Compliance does not answer.</summary>
    public IReadOnlyList<HostRequestView>? Asked { get; init; }

    /// <summary>By rule.</summary>
    public IReadOnlyDictionary<string, RuleFindings> Found { get; init; } = new Dictionary<string, RuleFindings>(StringComparer.Ordinal);

    /// <summary>What is edited.</summary>
    public string Yaml { get; init; } = "";

    public string? Comment { get; init; }

    public PolicyPreview? Preview { get; init; }

    public IReadOnlyList<string> Faults { get; init; } = [];

    public string? Message { get; init; }

    public IReadOnlyList<DiffPiece> Differences => InForce is null ? [] : PolicyText.Differences(InForce, Yaml);
}
