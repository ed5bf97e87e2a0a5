namespace NewsEducator.Summarizer.Chat.Reading;

/// <summary>What a model copies out of one part of a long source; its JSON schema goes with the request.</summary>
internal sealed record ModelExtract
{
    public required IReadOnlyList<string> Quotes { get; init; }
}
