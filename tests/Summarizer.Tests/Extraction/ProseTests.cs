using NewsEducator.Summarizer.Extraction;
using NewsEducator.Testing;
using Shouldly;
using Xunit;

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
    public void Only_paragraphs_and_list_items_are_prose(string markdown, string paragraphs)
    {
        var snapshot = SomeSource.Snapshot("Title", SomeSource.Body(markdown));

        var found = Prose.Paragraphs(snapshot, snapshot.Sections[1]).Select(span => snapshot.Text[span]);

        found.ShouldBe(paragraphs.Split('|'));
    }
}
