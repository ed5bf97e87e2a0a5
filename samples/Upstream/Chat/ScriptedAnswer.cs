using System.Text.Json.Serialization;

namespace NewsEducator.Upstream.Chat;

/// <summary>One file of samples/answers: what the scripted model says of one item, in the form that the Summarizer asks for.</summary>
internal sealed record ScriptedAnswer
{
    /// <summary>Id of the item in samples/day.</summary>
    [JsonIgnore]
    public string Item { get; init; } = "";

    public string Title { get; init; } = "";
    public string Type { get; init; } = "";
    public List<ScriptedSentence> Summary { get; init; } = [];
    public string? OneLiner { get; init; }
    public string? Analogy { get; init; }
    public string Concept { get; init; } = "";
    public List<ScriptedTerm> Terms { get; init; } = [];
}

internal sealed record ScriptedSentence
{
    public string Text { get; init; } = "";
    public string? Quote { get; init; }

    /// <summary>Of a sentence that is wrong on purpose: the state in which the checker should leave it. It is not sent.</summary>
    [JsonIgnore]
    public string? Planted { get; init; }
}

internal sealed record ScriptedTerm
{
    public string Name { get; init; } = "";
    public string Explanation { get; init; } = "";
}
