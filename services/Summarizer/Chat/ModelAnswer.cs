using System.Text.Json;

namespace NewsEducator.Summarizer.Chat;

/// <summary>What the model is asked for; its JSON schema goes with the request.</summary>
internal sealed record ModelAnswer
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public required string Title { get; init; }

    public required string Type { get; init; }

    public required IReadOnlyList<ModelSentence> Summary { get; init; }

    public required string? OneLiner { get; init; }

    public required string? Analogy { get; init; }

    public required string Concept { get; init; }

    public required IReadOnlyList<ModelTerm> Terms { get; init; }
}

internal sealed record ModelSentence
{
    public required string Text { get; init; }

    public required string? Quote { get; init; }
}

internal sealed record ModelTerm
{
    public required string Name { get; init; }

    public required string Explanation { get; init; }
}
