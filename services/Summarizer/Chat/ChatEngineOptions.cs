using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Summarizer.Chat;

/// <summary>Section <c>Chat</c>: a model behind any endpoint that speaks the OpenAI chat API. Used when endpoint and model are set.</summary>
internal sealed class ChatEngineOptions
{
    public const string Section = "Chat";

    /// <summary>Base address, for example <c>https://models.example/v1</c>.</summary>
    public Uri? Endpoint { get; set; }

    public string? Model { get; set; }

    /// <summary>Comes from the host, never from appsettings; servers of one's own often need none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>For one answer of the model.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the model may answer for one summary: first, and then with what was wrong.</summary>
    [Range(1, 10)]
    public int MaxAttempts { get; set; } = 3;

    /// <summary>Where the model does not answer, the extractive engine does; else the item waits in its queue.</summary>
    public bool FallBackToExtractive { get; set; } = true;

    /// <summary>The most of a source that is shown to the model, in characters.</summary>
    [Range(1_000, 1_000_000)]
    public int MaxSourceLength { get; set; } = 24_000;

    public bool IsSet => Endpoint is not null && !string.IsNullOrWhiteSpace(Model);
}
