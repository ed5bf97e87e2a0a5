using System.Text;
using NewsEducator.Collector.Connectors.Dates;
using NewsEducator.Collector.Connectors.Feeds.Xml;

namespace NewsEducator.Collector.Connectors.Feeds;

/// <summary>What the formats have in common: texts, dates and people of an element.</summary>
internal static class FeedFields
{
    /// <summary>The first of the names that has any text.</summary>
    public static string? TextOf(this LooseElement element, params ReadOnlySpan<string> names)
    {
        foreach (var child in element.Each(names))
        {
            var text = child.Text().Trim();
            if (text.Length > 0)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The date of the first of the names that has one that can be read; of two by the same name the later in the text
    /// counts.</summary>
    public static DateTimeOffset? TimeOf(this LooseElement element, FeedSource source, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (
                element.Each(name) is { Count: > 0 } dates
                && dates.ConvertAll(child => LooseDate.Parse(child.Text(), source.Order)).FindLast(time => time is not null) is { } time
            )
            {
                return time;
            }
        }

        return null;
    }

    /// <summary>An address inside an element, resolved where it is relative; an absolute one stays letter by letter, as ids are compared
    /// so.</summary>
    public static string? AddressIn(this LooseElement element, string? address, FeedSource source)
    {
        var trimmed = address?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null
            : WebAddress.IsAbsolute(trimmed) ? trimmed
            : WebAddress.Resolve(trimmed, element.Base(source.Base))?.AbsoluteUri ?? trimmed;
    }

    /// <summary>An Atom text construct, or RSS where nothing says what the text is and only looking tells.</summary>
    public static FeedText ContentOf(this LooseElement element, FeedSource source)
    {
        var from = element.Base(source.Base);
        var type = element["type"]?.Trim().ToLowerInvariant() ?? "";
        if (element["mode"] is "base64" || (type.Length > 0 && !IsTextual(type)))
        {
            return Guess(FromBase64(element.Text()), type, from);
        }

        if (type is "html" or "text/html" && element.Elements.ToList() is [{ LocalName: "div" } wrapper] && !wrapper.Elements.Any())
        {
            // Escaped HTML in a div that should not be there.
            return new FeedText(wrapper.Text(), IsHtml: true, from);
        }

        if (element.Elements.Any())
        {
            return new FeedText(element.Markup(), IsHtml: true, from);
        }

        return Guess(element.Text(), type, from);
    }

    /// <summary><c>Name (mail)</c>, <c>Name</c> or <c>mail</c>.</summary>
    public static string? PersonIn(this LooseElement person)
    {
        var (name, mail) = (person.TextOf("name", "itunes:name"), person.TextOf("email", "itunes:email"));
        return (name, mail) switch
        {
            (null, null) => person.Elements.Any() || person.Text().Trim() is not { Length: > 0 } plain ? null : plain,
            (null, _) => mail,
            (_, null) => name,
            _ => $"{name} ({mail})",
        };
    }

    private static FeedText Guess(string text, string type, Uri? from) =>
        type switch
        {
            "text" or "text/plain" => new FeedText(text, IsHtml: false, from),
            "html" or "text/html" or "xhtml" or "application/xhtml+xml" => new FeedText(text, IsHtml: true, from),
            _ => UntypedText.Read(text, from),
        };

    private static bool IsTextual(string type) =>
        type is "text" or "html" or "xhtml"
        || type.StartsWith("text/", StringComparison.Ordinal)
        || type.EndsWith("xml", StringComparison.Ordinal)
        || !type.Contains('/', StringComparison.Ordinal);

    private static string FromBase64(string text)
    {
        var compact = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        var bytes = new byte[compact.Length];
        return Convert.TryFromBase64String(compact, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }
}
