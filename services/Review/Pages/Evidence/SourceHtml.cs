using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Pages.Evidence;

/// <summary>A section of a source as a reviewer reads it: its markup rendered, its words as they are, evidence marked. Nothing of it is
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

    private static readonly MarkdownPipeline Outline = OutlineOnly();

    public static MarkupString Of(MarkedText.Part part, SourceKind kind, int source) =>
        (PipelineOf(part, kind) is { } pipeline ? Rendered(part, pipeline, source) : null) ?? AsItIs(part, source);

    private static MarkupString AsItIs(MarkedText.Part part, int source)
    {
        using var written = new StringWriter();
        var marks = new MarkWriter(new HtmlRenderer(written), part, source);
        marks.WriteAll();
        marks.End();
        return new MarkupString(written.ToString());
    }

    /// <returns>Null where it is nested deeper than anybody writes, which is seen when it is read or only when it is written.</returns>
    private static MarkupString? Rendered(MarkedText.Part part, MarkdownPipeline pipeline, int source)
    {
        using var written = new StringWriter();
        var html = new HtmlRenderer(written);
        var marks = new MarkWriter(html, part, source);
        try
        {
            var document = Read(part.Text, pipeline);
            pipeline.Setup(html);
            MarkdownParts.Use(html, marks, part.Text);
            html.Render(document);
        }
        catch (ArgumentException)
        {
            return null;
        }

        marks.End();
        return new MarkupString(written.ToString());
    }

    private static MarkdownPipeline? PipelineOf(MarkedText.Part part, SourceKind kind) =>
        part.Text.Length > LongestMarkdown
            ? null
            : part.Kind.MarkupOf(kind) switch
            {
                Markup.Markdown => Markdown,
                Markup.Outline => Outline,
                _ => null,
            };

    // A star, an underscore, or a number at the start of a line is what the page says.
    private static MarkdownPipeline OutlineOnly()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseSoftlineBreakAsHardlineBreak().DisableHtml();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<ThematicBreakParser>();
        builder.BlockParsers.TryRemove<QuoteBlockParser>();
        builder.BlockParsers.Find<ListBlockParser>()!.ItemParsers.TryRemove<NumberedListItemParser>();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        builder.InlineParsers.RemoveAll(parser => parser is not (LineBreakInlineParser or CodeInlineParser));
        return builder.Build();
    }

    private static MarkdownDocument Read(string text, MarkdownPipeline pipeline)
    {
        var document = Markdig.Markdown.Parse(text, pipeline);

        // Their alignment would be a style attribute, which the page's policy forbids.
        foreach (var column in document.Descendants<Table>().SelectMany(table => table.ColumnDefinitions))
        {
            column.Alignment = null;
        }

        return document;
    }
}
