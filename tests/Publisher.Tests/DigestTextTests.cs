using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Digests;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests;

public sealed partial class DigestTextTests
{
    private const string Hostile =
        "x](https://evil.example) <script>alert(1)</script> - [x] approve ## 9. forged www.evil.example **b** `code";
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseYamlFrontMatter().Build();

    [Fact]
    public void The_same_digest_gives_the_same_bytes()
    {
        var digest = Some.Digest(Some.Item(2), Some.Item(1));

        DigestText.Render(digest).ShouldBe(DigestText.Render(digest));
        DigestText
            .Render(digest)
            .IndexOf("## 1.", StringComparison.Ordinal)
            .ShouldBeLessThan(DigestText.Render(digest).IndexOf("## 2.", StringComparison.Ordinal));
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

    public static TheoryData<string> Live() => [.. LiveMarkdown.Constructs];

    [Theory]
    [MemberData(nameof(Live))]
    public void Nothing_that_notes_programs_run_is_published(string construct)
    {
        var plain = Some.Item(1, title: construct);
        var item = new DigestItem
        {
            ItemId = plain.ItemId,
            DigestDate = plain.DigestDate,
            Number = plain.Number,
            CandidateId = plain.CandidateId,
            ContentHash = plain.ContentHash,
            ApprovedBy = plain.ApprovedBy,
            ApprovedAt = plain.ApprovedAt,
            Content = plain.Content with
            {
                CanonicalUrl = "https://blog.example/?a=[[b]]&c==d",
                Summary = $"a\n{construct}\nb",
                OneLiner = construct,
                Analogy = construct,
                Terms = [new Term { Name = construct, Explanation = construct }],
                Claims = [new Claim { Sentence = construct, Quote = construct }],
            },
        };
        var digest = Some.Digest(item);
        var card = CardText.Render(CardDraft.Choose(digest, 1).Single(), item);
        LiveMarkdown.FoundIn(DigestText.Render(digest)).ShouldBeEmpty();
        LiveMarkdown.FoundIn(Flashcard().Replace(card, "$1 $2")).ShouldBeEmpty();
    }

    // The card's own separator of question and answer, and its block id.
    [System.Text.RegularExpressions.GeneratedRegex(@"^(.*?)::(.*) \^[0-9a-f]{8}$", System.Text.RegularExpressions.RegexOptions.Multiline)]
    private static partial System.Text.RegularExpressions.Regex Flashcard();

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
