namespace NewsEducator.Summarizer.Chat;

/// <summary>No model writes now.</summary>
internal sealed class ModelUnavailableException(string reason, DateTimeOffset tryAgainAt, string message) : Exception(message)
{
    public const string NoAnswer = "unavailable";
    public const string Ceiling = "ceiling";

    /// <summary><see cref="NoAnswer"/> or <see cref="Ceiling"/>.</summary>
    public string Reason => reason;

    public DateTimeOffset TryAgainAt => tryAgainAt;
}
