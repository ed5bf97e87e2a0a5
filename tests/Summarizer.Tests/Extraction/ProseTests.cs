using NewsEducator.Summarizer.Extraction;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Extraction;

public sealed class ProseTests
{
    [Theory]
    [InlineData("One line\nand the next.", "One line\nand the next.")]
    [InlineData("First.\n\nSecond.", "First.|Second.")]
    [InlineData("# Heading\nWords.", "Words.")]
    [InlineData("- first\n- second\n  goes on", "first|second\n  goes on")]
    [InlineData("1. step one\n2) step two", "step one|step two")]
    [InlineData("Before.\n```sh\nrm -rf /\n```\nAfter.", "Before.|After.")]
    [InlineData("Before.\n````md\n```\ninner\n````\nAfter.", "Before.|After.")]
    [InlineData("Before.\n```\nnever closed", "Before.")]
    [InlineData("Before.\n<!-- hidden\nstill hidden -->\nAfter.", "Before.|After.")]
    [InlineData("Before.\n<!-- never closed\nAfter.", "Before.")]
    [InlineData("| a | b |\n|---|---|\nWords.", "Words.")]
    [InlineData("> quoted\n\nWords.", "Words.")]
    [InlineData("- [x] approve\n- [ ] skip\n\nWords.", "Words.")]
    [InlineData("---\n***\nWords.", "Words.")]
    [InlineData("Use ```inline``` code.", "Use ```inline``` code.")]
    public void Only_paragraphs_and_list_items_are_prose(string markdown, string paragraphs) =>
        Paragraphs(markdown).ShouldBe(paragraphs.Split('|'));

    [Fact]
    public void A_page_that_lost_its_line_breaks_is_read_in_pieces_that_end_with_a_sentence()
    {
        var sentence = "The connection pool ran dry because no idle connection was ever closed by it. ";
        var page = string.Concat(Enumerable.Repeat(sentence, 150)).Trim();

        var pieces = Paragraphs(page);

        pieces.Count.ShouldBeGreaterThan(1);
        pieces.ShouldAllBe(piece => piece.Length <= 4_000 && piece.EndsWith('.'));
        string.Concat(pieces).ShouldBe(page);
    }

    [Fact]
    public void Pasted_data_is_no_prose() => Paragraphs(new string('x', 4_001)).ShouldBeEmpty();

    private static List<string> Paragraphs(string markdown)
    {
        var snapshot = SomeSource.Snapshot("Title", SomeSource.Body(markdown));
        return [.. Prose.Paragraphs(snapshot, snapshot.Sections[1]).Select(span => snapshot.Text[span])];
    }
}
