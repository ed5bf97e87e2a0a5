using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace NewsEducator.Contracts;

/// <summary>What people read, Chinese first, from the texts.json that an assembly embeds: key → language → text with numbered
/// places.</summary>
public sealed class TextCatalogue
{
    public const string Chinese = "zh";
    public const string English = "en";

    private readonly FrozenDictionary<string, Dictionary<string, string>> _texts;

    private TextCatalogue(FrozenDictionary<string, Dictionary<string, string>> texts) => _texts = texts;

    public IReadOnlyDictionary<string, Dictionary<string, string>> All => _texts;

    public static TextCatalogue Of(Assembly assembly)
    {
        using var stream =
            assembly.GetManifestResourceStream("texts.json")
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} embeds no texts.json.");
        return new TextCatalogue(JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!.ToFrozenDictionary());
    }

    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string Get(string key, string language, params IEnumerable<object> arguments) =>
        _texts[key][language] is var text && arguments is ICollection<object> { Count: 0 } && !text.AsSpan().ContainsAny('{', '}')
            ? text
            : string.Format(CultureInfo.InvariantCulture, text, [.. arguments]);
}
