using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Texts;

/// <summary>What people read, Chinese first, from the embedded texts.json.</summary>
internal static class Text
{
    public const string Chinese = TextCatalogue.Chinese;
    public const string English = TextCatalogue.English;

    public static readonly TextCatalogue Catalogue = TextCatalogue.Of(typeof(Text).Assembly);

    /// <exception cref="KeyNotFoundException">texts.json has no such text.</exception>
    public static string Get(string key, string language, params IEnumerable<object> arguments) => Catalogue.Get(key, language, arguments);
}
