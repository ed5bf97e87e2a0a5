using System.Globalization;
using System.Text.Json;

namespace NewsEducator.Review.Cli;

/// <summary>What people read, from the embedded texts.json.</summary>
internal static class Text
{
    public const string Chinese = "zh";
    public const string English = "en";

    private static readonly Dictionary<string, Dictionary<string, string>> Catalogue = Load();

    public static IReadOnlyDictionary<string, Dictionary<string, string>> All => Catalogue;

    public static string Get(string key, string language, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Catalogue[key][language], arguments);

    private static Dictionary<string, Dictionary<string, string>> Load()
    {
        using var stream = typeof(Text).Assembly.GetManifestResourceStream("texts.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!;
    }
}
