namespace NewsEducator.Summarizer.Chat.Answers;

/// <summary>What a model once wrote, as it wrote it: it is checked again whenever it is used.</summary>
internal sealed class KeptAnswer
{
    /// <summary>Of snapshot, prompt and model, see <see cref="AnswerCache.KeyOf"/>.</summary>
    public required string Key { get; init; }

    public required string Json { get; init; }

    public required DateTimeOffset At { get; init; }
}
