using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsEducator.Collector.Connectors.Html;

/// <summary>Each formula once, as TeX where the page has that, else as a line of text; pages hold it twice or three times, for eyes,
/// readers and search.</summary>
internal static partial class Formulas
{
    private const string Rendered =
        ".katex, mjx-container, .MathJax, .MathJax_Display, .MathJax_SVG, .MathJax_SVG_Display, .MathJax_CHTML, .mjx-chtml, .mwe-math-element";
    private const int Deepest = 64;

    public static void Write(IParentNode page)
    {
        foreach (var preview in page.QuerySelectorAll(".MathJax_Preview, .MathJax_Preview ~ .MathJax_Error"))
        {
            preview.Remove();
        }

        foreach (var formula in page.QuerySelectorAll(Rendered).Where(formula => formula.ParentElement?.Closest(Rendered) is null))
        {
            WriteRendered(formula);
        }

        foreach (var source in page.QuerySelectorAll("script[type^='math/tex']"))
        {
            Replace(source, source.TextContent);
        }

        foreach (var math in page.QuerySelectorAll("math"))
        {
            Replace(math, TextOf(math));
        }
    }

    private static void WriteRendered(IElement formula)
    {
        if (formula.QuerySelector("math") is { } math)
        {
            Replace(formula, TextOf(math));
        }
        else if (
            formula.NextElementSibling is { LocalName: "script" } script
            && script.GetAttribute("type")?.StartsWith("math/", StringComparison.Ordinal) == true
        )
        {
            formula.Remove();
        }
        else if (formula.QuerySelector("img[alt]") is { } image)
        {
            Replace(formula, Plain(image.GetAttribute("alt")!));
        }
    }

    private static string TextOf(IElement math) =>
        math.QuerySelectorAll("annotation")
            .FirstOrDefault(note => note.GetAttribute("encoding")?.Contains("tex", StringComparison.OrdinalIgnoreCase) == true)
            is { } tex
            ? Plain(tex.TextContent)
        : math.GetAttribute("alttext") is { Length: > 0 } alternative ? Plain(alternative)
        : Linear(math, 0).Trim();

    private static string Plain(string tex) => DisplayStyle().Replace(tex.Trim(), "${tex}").Trim();

    private static string Linear(INode node, int depth)
    {
        if (node is IText text)
        {
            return text.Data.Trim();
        }

        if (node is not IElement element || depth > Deepest)
        {
            return "";
        }

        // Each child once: twice, and the time doubles with each level.
        var nodes = element.ChildNodes.Select(child => (IsElement: child is IElement, Text: Linear(child, depth + 1))).ToList();
        var parts = nodes.Where(child => child.IsElement).Select(child => child.Text).ToList();
        return element.LocalName switch
        {
            "annotation" or "annotation-xml" or "mphantom" or "style" or "script" => "",
            "semantics" => parts.FirstOrDefault() ?? "",
            "msup" when parts.Count == 2 => $"{parts[0]}^{Grouped(parts[1])}",
            "msub" when parts.Count == 2 => $"{parts[0]}_{Grouped(parts[1])}",
            "msubsup" when parts.Count == 3 => $"{parts[0]}_{Grouped(parts[1])}^{Grouped(parts[2])}",
            "mfrac" when parts.Count == 2 => $"{Grouped(parts[0])}/{Grouped(parts[1])}",
            "msqrt" => $"sqrt({string.Concat(parts)})",
            "mo" when element.TextContent.Trim() is ("=" or "<" or ">" or "≤" or "≥" or "≈" or "+" or "×") and var sign => $" {sign} ",
            _ => string.Concat(nodes.Select(child => child.Text)),
        };
    }

    private static string Grouped(string part) => part.Length <= 1 || part.All(char.IsLetterOrDigit) ? part : $"({part.Trim()})";

    private static void Replace(IElement element, string text) => element.Replace(element.Owner!.CreateTextNode(text));

    [GeneratedRegex(@"^\{?\\displaystyle\s*(?<tex>.*?)\}?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex DisplayStyle();
}
