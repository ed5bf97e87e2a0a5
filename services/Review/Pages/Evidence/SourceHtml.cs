using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Pages.Evidence;

/// <summary>A section of a source as a reviewer reads it: Markdown rendered, everything else as it is, evidence marked. Nothing of it is
/// live: no HTML of the source, no picture, links to http and https only.</summary>
internal static class SourceHtml
{
    // GitHub takes no more; at this length the parser's worst input costs a second, and ten at three times of it.
    private const int LongestMarkdown = 65_536;

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseTaskLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseSoftlineBreakAsHardlineBreak()
        .DisableHtml()
        .Build();

    public static MarkupString Of(MarkedText.Part part, SourceKind kind, int source)
    {
        using var written = new StringWriter();
        var html = new HtmlRenderer(written);
        var marks = new MarkWriter(html, part, source);
        if (part.Kind.IsMarkdown(kind) && part.Text.Length <= LongestMarkdown && Read(part.Text) is { } document)
        {
            Markdown.Setup(html);
            MarkdownParts.Use(html, marks, part.Text);
            html.Render(document);
        }
        else
        {
            marks.WriteAll();
        }

        marks.End();
        return new MarkupString(written.ToString());
    }

    /// <returns>Null where it is nested deeper than anybody writes.</returns>
    private static MarkdownDocument? Read(string text)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(text, Markdown);
        }
        catch (ArgumentException)
        {
            return null;
        }

        // Their alignment would be a style attribute, which the page's policy forbids.
        foreach (var column in document.Descendants<Table>().SelectMany(table => table.ColumnDefinitions))
        {
            column.Alignment = null;
        }

        return document;
    }
}
