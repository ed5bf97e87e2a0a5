using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;

namespace NewsEducator.Review.Pages;

/// <summary>How many candidates stand somewhere, and since when the oldest.</summary>
public sealed record StageLine(CandidateState State, int Count, DateTimeOffset Oldest);
