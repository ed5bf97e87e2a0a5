using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>The language of a text, as far as its script tells: Chinese, or else the English of the sources.</summary>
internal static class Language
{
    public const string Chinese = "zh";
    public const string English = "en";

    public static string Of(string text) => Script.IsMostlyChinese(text) ? Chinese : English;
}
