using NewsEducator.Contracts;

namespace NewsEducator.Review.Candidates;

/// <summary>What one of two reviewers would decide.</summary>
/// <param name="ContentHash">Of what was seen; opinions of different texts are no agreement.</param>
internal sealed record Opinion(string By, Choice Choice, string? Reason, DateTimeOffset At, string? ContentHash);
