namespace NewsEducator.Review.Cli;

/// <summary>Ends the command with a message and a code.</summary>
/// <param name="exit">Of <see cref="ExitCode"/>.</param>
/// <param name="key">Of texts.json.</param>
/// <param name="arguments">What the message names.</param>
internal sealed class ToolFailure(int exit, string key, params object[] arguments) : Exception(key)
{
    public int Exit { get; } = exit;

    public string In(string language) => Text.Get(Message, language, arguments);
}
