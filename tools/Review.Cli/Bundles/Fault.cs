namespace NewsEducator.Review.Cli.Bundles;

/// <summary>Something in a bundle that is not as it was written, or does not add up.</summary>
/// <param name="Key">Of texts.json.</param>
/// <param name="Arguments">What the message names.</param>
internal sealed record Fault(string Key, params object[] Arguments)
{
    public string In(string language) => Text.Get(Key, language, Arguments);
}
