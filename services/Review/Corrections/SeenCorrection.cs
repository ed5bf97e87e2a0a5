namespace NewsEducator.Review.Corrections;

/// <summary>The entry of the corrections queue that somebody changes, as they saw it.</summary>
/// <param name="Id">The entry.</param>
/// <param name="IsCurrent">Whether a version of it is the one that they saw.</param>
/// <param name="Who">Who changes it.</param>
internal sealed record SeenCorrection(Guid Id, Func<int, bool> IsCurrent, Actor Who);
