namespace NewsEducator.Review.Packs;

/// <summary>One thing that is wrong in a pack file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Item">The candidate's number, null outside of candidates.</param>
/// <param name="Code">Key of the message in texts.json, for example <c>pack.two-ticks</c>.</param>
/// <param name="Arguments">What the message names.</param>
internal sealed record PackFileError(int Line, int? Item, string Code, params string[] Arguments);
