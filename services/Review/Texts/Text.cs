using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace NewsEducator.Review.Texts;

/// <summary>What people read, Chinese first, from the embedded texts.json.</summary>
internal static class Text
{
    public const string Chinese = "zh";
    public const string English = "en";

    private static readonly FrozenDictionary<string, Dictionary<string, string>> Catalogue = Load();

    public static IEnumerable<string> Keys => Catalogue.Keys;

    /// <exception cref="KeyNotFoundException">texts.json has no such text.</exception>
    public static string Get(string key, string language, params IEnumerable<object> arguments) =>
        string.Format(CultureInfo.InvariantCulture, Catalogue[key][language], [.. arguments]);

    private static FrozenDictionary<string, Dictionary<string, string>> Load()
    {
        using var stream = typeof(Text).Assembly.GetManifestResourceStream("texts.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!.ToFrozenDictionary();
    }
}
