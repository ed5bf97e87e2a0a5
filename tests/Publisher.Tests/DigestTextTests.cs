using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Digests;
using Shouldly;
using Xunit;

namespace NewsEducator.Publisher.Tests;

public sealed class DigestTextTests
{
    private const string Hostile = "x](https://evil.example) <script>alert(1)</script> - [x] approve ## 9. forged www.evil.example **b** `code";
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseYamlFrontMatter().Build();

    [Fact]
    public void The_same_digest_gives_the_same_bytes()
    {
        var digest = Some.Digest(Some.Item(2), Some.Item(1));

        DigestText.Render(digest).ShouldBe(DigestText.Render(digest));
        DigestText.Render(digest).IndexOf("## 1.", StringComparison.Ordinal).ShouldBeLessThan(DigestText.Render(digest).IndexOf("## 2.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_forges_nothing_in_digest_or_card()
    {
        var item = Some.Item(1, title: Hostile);
        var card = CardDraft.Choose(Some.Digest(item), 1).Single();

        foreach (var note in new[] { DigestText.Render(Some.Digest(item)), CardText.Render(card, item) })
        {
            var document = Markdig.Markdown.Parse(note, Markdown);
            document.Descendants<HtmlInline>().ShouldBeEmpty();
            document.Descendants<HtmlBlock>().ShouldBeEmpty();
            document.Descendants<TaskList>().ShouldBeEmpty();
            document.Descendants<LinkInline>().ShouldAllBe(link => link.Url!.StartsWith("https://github.com/northwind-labs/"));
            document.Descendants<HeadingBlock>().Count(heading => heading.Level == 2).ShouldBeLessThanOrEqualTo(2);
        }
    }

    [Theory]
    [InlineData("../../etc/passwd", "etc-passwd-")]
    [InlineData("C:\\Windows\0", "c-windows-")]
    [InlineData("...", "")]
    [InlineData("连接池 耗尽！", "连接池-耗尽-")]
    public void A_note_name_is_safe_in_any_folder(string title, string begins)
    {
        var slug = CardDraft.SlugOf(title, Guid.Empty);

        slug.ShouldBe($"{begins}000000");
    }

    [Fact]
    public void Cards_cover_as_many_concepts_as_there_are()
    {
        var digest = Some.Digest(Some.Item(1, "cache"), Some.Item(2, "cache"), Some.Item(3, "gc"));

        CardDraft.Choose(digest, 2).Select(card => card.Concept.Key).ShouldBe(["cache", "gc"]);
        CardDraft.Choose(digest, 3).Count().ShouldBe(3);
    }
}
