namespace NewsEducator.Review.Cli;

/// <summary>What a command is given: environment, connection, output and clock.</summary>
internal sealed record CommandContext(
    Func<string, string?> Environment,
    HttpMessageHandler Http,
    TextWriter Out,
    TextWriter Error,
    TimeProvider Time
)
{
    /// <summary>As the locale says: Chinese for zh, else English.</summary>
    public string Language { get; } =
        new[] { "LC_ALL", "LC_MESSAGES", "LANG" }
            .Select(Environment)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value))
            ?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true
            ? Text.Chinese
            : Text.English;

    public string Get(string key, params IEnumerable<object> arguments) => Text.Get(key, Language, arguments);

    public void Say(string key, params IEnumerable<object> arguments) => Out.WriteLine(Get(key, arguments));
}
