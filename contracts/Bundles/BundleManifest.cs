namespace NewsEducator.Contracts;

/// <summary>What a bundle holds: a zip of uncompressed files with this one, <c>manifest.json</c>, as its first.</summary>
public sealed record BundleManifest
{
    public const string MediaType = "application/zip";
    public const string CurrentFormat = "news-educator-bundle/1";
    public const string Path = "manifest.json";

    /// <summary>The pack as the Markdown file that people read.</summary>
    public const string PackFile = "pack.md";

    /// <summary>The pack as <see cref="PackView"/>: candidates, screenings and decisions.</summary>
    public const string Pack = "pack.json";

    /// <summary>All that was done to the pack, a list of <see cref="HistoryView"/>.</summary>
    public const string History = "decisions.json";

    /// <summary><see cref="BundleSignatures"/>.</summary>
    public const string Signatures = "signatures.json";

    public const string SnapshotFolder = "snapshots/";

    public required string Format { get; init; }

    public required Guid PackId { get; init; }

    public required DateOnly Date { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Every other file, in the order of the zip.</summary>
    public required IReadOnlyList<BundledFile> Files { get; init; }

    /// <summary>Ids of snapshots whose retention has ended.</summary>
    public IReadOnlyList<string> MissingSnapshots { get; init; } = [];

    public required string KeyId { get; init; }

    /// <summary>ECDSA P-256, SubjectPublicKeyInfo in base64.</summary>
    public required string PublicKey { get; init; }

    /// <summary>Over <see cref="SignedText.Of(BundleManifest)"/>.</summary>
    public MessageSignature? Signature { get; init; }
}

/// <summary>What Review signed of a pack; empty until its release is sent.</summary>
public sealed record BundleSignatures
{
    public required IReadOnlyList<ItemApproved> Approved { get; init; }

    public required PackReleased? Released { get; init; }
}
