using NewsEducator.ServiceDefaults.Settings;

namespace NewsEducator.Collector.Connectors.HuggingFace;

/// <summary>Section <c>HuggingFace</c>. A secret that comes from the host.</summary>
internal sealed class HuggingFaceOptions
{
    public const string Section = "HuggingFace";

    /// <summary>Lifts the Hub's limit for unauthenticated callers, and reads discussions of gated models that its owner may read.</summary>
    [Secret]
    public string? Token { get; set; }
}
