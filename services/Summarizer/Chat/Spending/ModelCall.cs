namespace NewsEducator.Summarizer.Chat.Spending;

/// <summary>One answer of a model and what it took.</summary>
internal sealed class ModelCall
{
    public long Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateOnly Day { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ItemId { get; init; }

    public required string Model { get; init; }

    /// <summary>Name of the prompt, with its version.</summary>
    public required string Prompt { get; init; }

    public required long InputTokens { get; init; }

    public required long OutputTokens { get; init; }

    /// <summary>By the prices at the time.</summary>
    public required decimal Cost { get; init; }
}
