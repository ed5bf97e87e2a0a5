namespace NewsEducator.AppHost;

/// <summary>Settings of the AppHost's own environment, user secrets and command line that are handed to services.</summary>
internal static class PassedOnSettings
{
    private static readonly string[] Model = ["Chat:Endpoint", "Chat:Model", "Chat:ApiKey"];

    /// <summary>By service.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Keys = new Dictionary<string, string[]>
    {
        ["collector"] = ["GitHub:Token", "YouTube:ApiKey", "HuggingFace:Token"],
        ["summarizer"] = Model,
        ["compliance"] = ["Opinion:Kind", "Opinion:Endpoint", "Opinion:Model", "Opinion:ApiKey", .. Model],
    };

    /// <summary><c>GitHub:Token</c> is <c>GitHub__Token</c> in an environment.</summary>
    public static string Variable(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
