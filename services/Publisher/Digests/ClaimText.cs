using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>How a published sentence says what was checked of it.</summary>
internal static class ClaimText
{
    /// <returns>Empty for what was approved before states were kept.</returns>
    public static string StateOf(Claim claim) => claim.State is { } state ? $"（{SentenceStates.ChineseOf(state)}）" : "";
}
