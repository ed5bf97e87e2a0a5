using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WebLink = NewsEducator.Contracts.WebLink;

namespace NewsEducator.Review.Pages.Evidence;

/// <summary>How the parts of a source's Markdown are written that carry its text, or could do something on the page.</summary>
internal static class MarkdownParts
{
    public static void Use(HtmlRenderer html, MarkWriter marks, string text)
    {
        var parts = html.ObjectRenderers;
        parts.Replace<LiteralInlineRenderer>(new Literal(marks));
        parts.Replace<HtmlEntityInlineRenderer>(new Entity(marks));
        parts.Replace<CodeInlineRenderer>(new Code(marks));
        parts.Replace<CodeBlockRenderer>(new Listing(marks));
        parts.Replace<LinkInlineRenderer>(new Link());
        parts.Replace<AutolinkInlineRenderer>(new Autolink(marks));
        parts.Replace<HeadingRenderer>(new Heading());
        parts.Replace<HtmlTaskListRenderer>(new Box());
        parts.Insert(0, new Reference(marks, text));
    }

    private static void OpenLink(HtmlRenderer html, string url)
    {
        html.Write("<a href=\"");
        html.WriteEscapeUrl(url);
        html.Write("\" rel=\"nofollow noopener noreferrer\" target=\"_blank\" title=\"");
        html.WriteEscape(url);
        html.Write("\">");
    }

    private sealed class Literal(MarkWriter marks) : HtmlObjectRenderer<LiteralInline>
    {
        protected override void Write(HtmlRenderer renderer, LiteralInline obj) => marks.Write(obj.Content.AsSpan(), obj.Span);
    }

    private sealed class Entity(MarkWriter marks) : HtmlObjectRenderer<HtmlEntityInline>
    {
        protected override void Write(HtmlRenderer renderer, HtmlEntityInline obj) => marks.Write(obj.Transcoded.AsSpan(), obj.Span);
    }

    private sealed class Code(MarkWriter marks) : HtmlObjectRenderer<CodeInline>
    {
        protected override void Write(HtmlRenderer renderer, CodeInline obj)
        {
            renderer.Write("<code>");
            marks.Write(obj.ContentSpan, obj.Span);
            renderer.Write("</code>");
        }
    }

    private sealed class Listing(MarkWriter marks) : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock obj)
        {
            renderer.Write("<pre><code>");
            foreach (var line in obj.Lines.Lines.AsSpan(0, obj.Lines.Count))
            {
                marks.Write(line.Slice.AsSpan(), new SourceSpan(line.Position, line.Position + line.Slice.Length - 1));
                renderer.Write('\n');
            }

            renderer.Write("</code></pre>");
        }
    }

    /// <summary>A picture is not fetched: its description stands for it.</summary>
    private sealed class Link : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline obj)
        {
            var url = obj.GetDynamicUrl?.Invoke() ?? obj.Url;
            var link = WebLink.Of(url);
            if (link is not null)
            {
                OpenLink(renderer, link);
            }

            renderer.Write(obj.IsImage ? "🖼 " : "");
            renderer.WriteChildren(obj);
            renderer.Write(link is null ? "" : "</a>");
        }
    }

    private sealed class Autolink(MarkWriter marks) : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
        {
            var link = WebLink.Of(obj.Url);
            if (link is not null)
            {
                OpenLink(renderer, link);
            }

            marks.Write(obj.Url, obj.Span);
            renderer.Write(link is null ? "" : "</a>");
        }
    }

    /// <summary>No heading of the page.</summary>
    private sealed class Heading : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
        {
            renderer.Write("<p class=\"heading\">");
            renderer.WriteLeafInline(obj);
            renderer.Write("</p>");
        }
    }

    /// <summary>No input of the page.</summary>
    private sealed class Box : HtmlObjectRenderer<TaskList>
    {
        protected override void Write(HtmlRenderer renderer, TaskList obj) => renderer.Write(obj.Checked ? "☑ " : "☐ ");
    }

    /// <summary>The address of a link that is given further down, which readers of the source do not see: a reviewer does.</summary>
    private sealed class Reference(MarkWriter marks, string text) : HtmlObjectRenderer<LinkReferenceDefinition>
    {
        protected override void Write(HtmlRenderer renderer, LinkReferenceDefinition obj)
        {
            if (obj.Span is { IsEmpty: false, Start: >= 0 } span && span.End < text.Length)
            {
                renderer.Write("<p class=\"quiet\">");
                marks.Write(text.AsSpan(span.Start, span.Length), span);
                renderer.Write("</p>");
            }
        }
    }
}
