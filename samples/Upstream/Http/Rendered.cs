using Markdig;

namespace NewsEducator.Upstream.Http;

/// <summary>The renderings of Markdown that the real APIs give beside the source.</summary>
internal static class Rendered
{
    private static readonly MarkdownPipeline Safe = new MarkdownPipelineBuilder().UseAdvancedExtensions().DisableHtml().Build();

    public static string Text(string markdown) => Markdown.ToPlainText(markdown, Safe).Trim();

    public static string Html(string markdown) => Markdown.ToHtml(markdown, Safe);
}
