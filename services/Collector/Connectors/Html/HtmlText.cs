using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.Html;

/// <summary>What a reader sees of HTML, as text: paragraphs, headings, lists, and code as Markdown has it; never markup.</summary>
internal sealed class HtmlText
{
    private const int Deepest = 256;

    private static readonly HashSet<string> Blocks =
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "caption",
    ];

    private static readonly HashSet<string> Unseen =
    [
        "script",
        "style",
        "template",
        "noscript",
        "textarea",
        "select",
        "video",
        "audio",
        "canvas",
    ];

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    private readonly StringBuilder _text = new();
    private bool _gap;

    /// <summary>Of HTML from anywhere: as nothing but text is taken out of it, it need not be cleaned before.</summary>
    public static string Of(string html)
    {
        var text = new HtmlText();
        if (html.AsSpan().ContainsAny('<', '&'))
        {
            using var document = Parser.ParseDocument(TagLimits.Apply(SafeHtml.WithoutRawText(html[..Nesting.Reach(html)])));
            ReadableMarkup.Write(document);
            text.AppendChildren(document.Body!, 0);
        }
        else
        {
            text.AppendRun(html);
        }

        return PlainText.Visible(text._text.ToString()).Trim();
    }

    private void AppendChildren(INode parent, int depth)
    {
        foreach (var child in parent.ChildNodes)
        {
            Append(child, depth);
        }
    }

    private void Append(INode node, int depth)
    {
        if (node is IText run)
        {
            AppendRun(run.Data);
        }
        else if (node is IElement element && depth < Deepest && !Unseen.Contains(element.LocalName))
        {
            AppendElement(element, depth + 1);
        }
    }

    private void AppendElement(IElement element, int depth)
    {
        switch (element.LocalName)
        {
            case "br":
                Break(1);
                break;
            case "pre":
                AppendCode(element);
                break;
            case "code" or "kbd" or "samp" when IsInline(element):
                AppendInlineCode(CodeIn(element));
                break;
            case "td" or "th":
                AppendChildren(element, depth);
                _gap = true;
                break;
            case var name when Blocks.Contains(name):
                AppendBlock(element, name, depth);
                break;
            default:
                AppendChildren(element, depth);
                break;
        }
    }

    private void AppendBlock(IElement element, string name, int depth)
    {
        Break(name is "li" or "tr" or "dd" or "dt" ? 1 : 2);
        _text.Append(
            name switch
            {
                "li" => "- ",
                ['h', >= '1' and <= '6'] => $"{new string('#', name[1] - '0')} ",
                _ => "",
            }
        );
        _gap = false;
        AppendChildren(element, depth);
        Break(name is "li" or "tr" or "dd" or "dt" ? 1 : 2);
    }

    private void AppendCode(IElement pre)
    {
        var code = CodeIn(pre).Trim('\n', '\r', ' ');
        if (code.Length > 0)
        {
            Break(2);
            var fence = code.Contains("```", StringComparison.Ordinal) ? "~~~~" : "```";
            _text.Append(fence).Append('\n').Append(code.ReplaceLineEndings("\n")).Append('\n').Append(fence);
            Break(2);
        }
    }

    private static string CodeIn(IElement element)
    {
        if (element.ChildElementCount == 0)
        {
            return element.TextContent;
        }

        var code = new StringBuilder();
        AppendCode(code, element, 0);
        return code.ToString();
    }

    private static void AppendCode(StringBuilder code, INode parent, int depth)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText run)
            {
                code.Append(run.Data);
            }
            else if (child is IElement { LocalName: "br" })
            {
                code.Append('\n');
            }
            else if (child is IElement element && depth < Deepest && !Unseen.Contains(element.LocalName))
            {
                AppendCode(code, element, depth + 1);
            }
        }
    }

    private void AppendInlineCode(string code)
    {
        var trimmed = code.Trim();
        AppendRun(trimmed.Length == 0 || trimmed.Contains('`', StringComparison.Ordinal) ? code : $"`{trimmed}`");
    }

    private static bool IsInline(IElement code) => !code.TextContent.Contains('\n', StringComparison.Ordinal);

    private void AppendRun(string run)
    {
        foreach (var letter in run)
        {
            if (char.IsWhiteSpace(letter))
            {
                _gap = true;
                continue;
            }

            if (_gap && _text.Length > 0 && !char.IsWhiteSpace(_text[^1]))
            {
                _text.Append(' ');
            }

            _gap = false;
            _text.Append(letter);
        }
    }

    /// <summary>At least so many line ends before what comes.</summary>
    private void Break(int lines)
    {
        _gap = false;
        if (_text.Length == 0)
        {
            return;
        }

        while (_text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
        }

        var have = 0;
        while (have < _text.Length && _text[^(have + 1)] == '\n')
        {
            have++;
        }

        _text.Append('\n', Math.Max(0, lines - have));
    }
}
