namespace NewsEducator.Compliance.Opinions;

/// <summary>What the answers of one model took on one day.</summary>
internal sealed class OpinionDay
{
    /// <summary>UTC.</summary>
    public DateOnly Day { get; private init; }

    public string Model { get; private init; } = "";

    public int Answers { get; private init; }

    public long InputTokens { get; private init; }

    public long OutputTokens { get; private init; }
}
