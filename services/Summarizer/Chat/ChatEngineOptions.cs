using System.ComponentModel.DataAnnotations;
using NewsEducator.ServiceDefaults.Settings;

namespace NewsEducator.Summarizer.Chat;

/// <summary>Section <c>Chat</c>: models behind any endpoint that speaks the OpenAI chat API. Used when endpoint and model are
/// set.</summary>
internal sealed class ChatEngineOptions : IValidatableObject
{
    public const string Section = "Chat";

    /// <summary>Base address, for example <c>https://models.example/v1</c>.</summary>
    public Uri? Endpoint { get; set; }

    public string? Model { get; set; }

    /// <summary>Asked in this order if the model gives no answer or no usable summary.</summary>
    public IReadOnlyList<string> FallbackModels { get; set; } = [];

    /// <summary>Comes from the host, never from appsettings; servers of one's own often need none.</summary>
    [Secret]
    public string? ApiKey { get; set; }

    /// <summary>Time limit for one answer of a model.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a model may answer for one summary: the first time, and again with what was wrong.</summary>
    [Range(1, 10)]
    public int MaxAttempts { get; set; } = 3;

    /// <summary>What happens if no model answers or the day's ceiling is reached.</summary>
    public WhenUnavailable WhenUnavailable { get; set; } = WhenUnavailable.Extractive;

    /// <summary>A waiting item is tried again after this time; at a ceiling it waits for the next day.</summary>
    public TimeSpan WaitFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Most characters of a source that a model sees at once. A longer source is read in parts of this length.</summary>
    [Range(1_000, 1_000_000)]
    public int MaxSourceLength { get; set; } = 24_000;

    /// <summary>The most parts of a long source that are read, the ones that matter most first.</summary>
    [Range(1, 100)]
    public int MaxParts { get; set; } = 8;

    /// <summary>No more requests are made for one item after so many tokens, in and out.</summary>
    [Range(1_000, 10_000_000)]
    public long TokensPerItem { get; set; } = 120_000;

    /// <summary>Tokens of one day (UTC), in and out; 0 for no ceiling.</summary>
    [Range(0, long.MaxValue)]
    public long TokensPerDay { get; set; }

    /// <summary>Cost of one day (UTC), in the currency of the prices; 0 for no ceiling.</summary>
    [Range(0, 1_000_000)]
    public decimal CostPerDay { get; set; }

    /// <summary>Price of a million tokens that a model reads.</summary>
    [Range(0, 1_000_000)]
    public decimal InputPrice { get; set; }

    /// <summary>Price of a million tokens that a model writes.</summary>
    [Range(0, 1_000_000)]
    public decimal OutputPrice { get; set; }

    /// <summary>A model that fails so often in a row within a minute is not asked for <see cref="BreakFor"/>.</summary>
    [Range(2, 100)]
    public int FailuresBeforeBreak { get; set; } = 4;

    /// <summary>At least half a second.</summary>
    public TimeSpan BreakFor { get; set; } = TimeSpan.FromSeconds(30);

    public bool IsSet => Endpoint is not null && !string.IsNullOrWhiteSpace(Model);

    public IEnumerable<string> Models => [Model!, .. FallbackModels];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // "localhost:11434" would be read as an address of the scheme "localhost".
        if (Endpoint is not (null or { IsAbsoluteUri: true, Scheme: "http" or "https" }))
        {
            yield return new ValidationResult("Chat:Endpoint must be an address that begins with http:// or https://.", [nameof(Endpoint)]);
        }
    }
}

/// <summary>What happens to an item that no model summarizes.</summary>
internal enum WhenUnavailable
{
    /// <summary>The extractive engine writes it instead, and the summary says so.</summary>
    Extractive,

    /// <summary>The item waits.</summary>
    Wait,
}
