using System.Buffers;
using System.Text;
using System.Xml;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>Text without the characters that XML 1.0 cannot hold: one bad item must not cut off a feed's subscribers.</summary>
internal static class XmlSafeText
{
    // All of ASCII that XML forbids: a search that the processor does many characters at a time.
    private static readonly SearchValues<char> Controls = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(code => (char)code).Where(each => !XmlConvert.IsXmlChar(each)),
    ]);

    public static string Of(string text)
    {
        if (IsSafe(text))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isSafe = rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value);
            safe.Append(isSafe ? rune.ToString() : "");
        }

        return safe.ToString();
    }

    /// <summary>Every field that is published.</summary>
    public static ApprovedContent Of(ApprovedContent content) =>
        content with
        {
            CanonicalUrl = Of(content.CanonicalUrl),
            Author = OrNull(content.Author),
            Title = Of(content.Title),
            Type = Of(content.Type),
            Summary = Of(content.Summary),
            OneLiner = OrNull(content.OneLiner),
            Analogy = OrNull(content.Analogy),
            Concept = new Concept { Key = Of(content.Concept.Key), Name = Of(content.Concept.Name) },
            Language = Of(content.Language),
            Terms = [.. content.Terms.Select(term => new Term { Name = Of(term.Name), Explanation = Of(term.Explanation) })],
            Claims = [.. content.Claims.Select(claim => claim with { Sentence = Of(claim.Sentence), Quote = OrNull(claim.Quote) })],
            FurtherSources =
            [
                .. content.FurtherSources.Select(source =>
                    source with
                    {
                        Url = Of(source.Url),
                        Title = Of(source.Title),
                        Author = OrNull(source.Author),
                    }
                ),
            ],
        };

    private static string? OrNull(string? text) => text is null ? null : Of(text);

    private static bool IsSafe(string text)
    {
        // Nearly all texts are.
        if (
            !text.AsSpan().ContainsAny(Controls)
            && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            && !text.AsSpan().ContainsAny('\uFFFE', '\uFFFF')
        )
        {
            return true;
        }

        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (!XmlConvert.IsXmlChar(text[at]))
            {
                return false;
            }
        }

        return true;
    }
}
