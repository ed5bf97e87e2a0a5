namespace NewsEducator.Review.Cli;

/// <summary>What the tool finds around it.</summary>
internal sealed record Surroundings(
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

    public void Say(string key, params object[] arguments) => Out.WriteLine(Text.Get(key, Language, arguments));
}
