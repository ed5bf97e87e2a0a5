namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>As the database of advisories and a repository's own list serve it; they differ in what they leave out.</summary>
internal sealed record GitHubAdvisory
{
    public required string GhsaId { get; init; }

    public string? CveId { get; init; }

    public required string HtmlUrl { get; init; }

    public required string Summary { get; init; }

    public string? Description { get; init; }

    /// <summary>low, medium, high, critical or unknown.</summary>
    public string? Severity { get; init; }

    /// <summary>Of a repository's own: draft, triage, published, closed or withdrawn.</summary>
    public string? State { get; init; }

    public GitHubUser? Author { get; init; }

    public GitHubUser? Publisher { get; init; }

    public string? SourceCodeLocation { get; init; }

    public IReadOnlyList<Vulnerability>? Vulnerabilities { get; init; }

    public Cvss? Cvss { get; init; }

    public IReadOnlyList<Cwe>? Cwes { get; init; }

    public IReadOnlyList<string>? References { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }
}

internal sealed record Vulnerability
{
    public AffectedPackage? Package { get; init; }

    public string? VulnerableVersionRange { get; init; }

    /// <summary>In the database of advisories.</summary>
    public string? FirstPatchedVersion { get; init; }

    /// <summary>In a repository's own.</summary>
    public string? PatchedVersions { get; init; }
}

internal sealed record AffectedPackage(string? Ecosystem, string? Name);

internal sealed record Cvss(string? VectorString, double? Score);

internal sealed record Cwe(string CweId, string? Name);
