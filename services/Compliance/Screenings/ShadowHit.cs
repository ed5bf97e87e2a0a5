using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Screenings;

/// <summary>What a rule in the shadow found, which no reviewer sees.</summary>
/// <param name="WouldBe">The verdict, did the rule count.</param>
internal sealed record ShadowHit(string Rule, Verdict WouldBe, IReadOnlyList<Finding> Findings);
