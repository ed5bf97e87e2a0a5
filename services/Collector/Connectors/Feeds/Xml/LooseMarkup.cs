using System.Net;
using System.Text;
using NewsEducator.Collector.Connectors.Html;

namespace NewsEducator.Collector.Connectors.Feeds.Xml;

/// <summary>Writes nodes as HTML.</summary>
internal static class LooseMarkup
{
    public static void Append(StringBuilder markup, LooseNode node)
    {
        if (node is LooseText text)
        {
            markup.Append(WebUtility.HtmlEncode(text.Value));
        }
        else if (node is LooseElement element)
        {
            AppendElement(markup, element);
        }
    }

    private static void AppendElement(StringBuilder markup, LooseElement element)
    {
        markup.Append('<').Append(element.LocalName);
        foreach (var (name, value) in element.Attributes)
        {
            markup.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
        }

        markup.Append('>');
        if (VoidElements.Names.Contains(element.LocalName))
        {
            return;
        }

        foreach (var child in element.Nodes)
        {
            Append(markup, child);
        }

        markup.Append("</").Append(element.LocalName).Append('>');
    }
}
