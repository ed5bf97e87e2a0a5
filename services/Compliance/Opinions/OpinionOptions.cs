using System.ComponentModel.DataAnnotations;
using NewsEducator.ServiceDefaults.Settings;

namespace NewsEducator.Compliance.Opinions;

/// <summary>Section <c>Opinion</c>: a model behind any endpoint that speaks the OpenAI chat API. Nobody is asked unless endpoint and model
/// are set.</summary>
internal sealed class OpinionOptions : IValidatableObject
{
    public const string Section = "Opinion";

    public VerifierKind Kind { get; set; } = VerifierKind.Chat;

    /// <summary>Base address, for example <c>https://models.example/v1</c>.</summary>
    public Uri? Endpoint { get; set; }

    public string? Model { get; set; }

    /// <summary>Comes from the host, never from appsettings; servers of one's own often need none.</summary>
    [Secret]
    public string? ApiKey { get; set; }

    /// <summary>How long a screening waits for it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>In characters. A longer source gets no opinion: the model would doubt what it does not see.</summary>
    [Range(1_000, 1_000_000)]
    public int MaxSourceLength { get; set; } = 60_000;

    /// <summary>In characters: how much of the source, around the evidence, an entailment model sees.</summary>
    [Range(200, 1_000_000)]
    public int ContextLength { get; set; } = 6_000;

    /// <summary>Tokens of one day (UTC), in and out, after which no model is asked; 0 for no ceiling.</summary>
    [Range(0, long.MaxValue)]
    public long TokensPerDay { get; set; }

    public bool IsSet => Kind != VerifierKind.None && Endpoint is not null && !string.IsNullOrWhiteSpace(Model);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is null != string.IsNullOrWhiteSpace(Model))
        {
            yield return new ValidationResult("Opinion:Endpoint and Opinion:Model go together.");
        }

        if (Kind == VerifierKind.Entailment && Endpoint is null)
        {
            yield return new ValidationResult("Opinion:Kind Entailment needs the Opinion:Endpoint and Opinion:Model of such a model.");
        }

        if (Endpoint is not (null or { IsAbsoluteUri: true, Scheme: "http" or "https" }))
        {
            yield return new ValidationResult("Opinion:Endpoint must be an address that begins with http:// or https://.");
        }
    }
}
