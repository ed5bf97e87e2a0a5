using FsCheck.Xunit;
using NewsEducator.Contracts;
using Shouldly;
using Xunit;

namespace NewsEducator.Review.Tests.Packs;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("a `code_with_*` b", "a `code_with_*` b")]
    [InlineData("Q5_K_M stays", "Q5_K_M stays")]
    [InlineData("_emphasis_ and *more*", @"\_emphasis\_ and \*more\*")]
    [InlineData("[click](https://evil.example)", @"\[click\](https\://evil.example)")]
    [InlineData("<script>alert(1)</script>", @"\<script\>alert(1)\</script\>")]
    [InlineData("an open ` backtick", @"an open \` backtick")]
    [InlineData("C# and #tag", @"C# and \#tag")]
    [InlineData("80% and %%hidden%%", @"80% and \%\%hidden\%\%")]
    [InlineData("www.evil.example", @"www\.evil.example")]
    [InlineData("a &amp; b & c", @"a \&amp; b & c")]
    public void Escapes_what_would_be_markup_and_nothing_else(string line, string markdown)
    {
        MarkdownText.Escape(line).ShouldBe(markdown);
        MarkdownText.Unescape(markdown).ShouldBe(line);
    }

    [Property(MaxTest = 10_000)]
    public bool Reading_back_gives_the_same_line(string? text)
    {
        var line = PlainText.Line(text);
        return MarkdownText.Unescape(MarkdownText.Escape(line)) == line;
    }

    [Theory]
    [InlineData("a\nb", "a b")]
    [InlineData("  a\t\r\n  b  ", "a b")]
    [InlineData("safe\u202Eevil\u200B", "safeevil")]
    public void A_line_shows_what_it_is(string text, string line) => PlainText.Line(text).ShouldBe(line);

    [Fact]
    public void Half_a_character_is_replaced() => PlainText.Line("\uD800 alone").ShouldBe("\uFFFD alone");

    [Fact]
    public void A_long_line_is_cut_at_a_whole_character()
    {
        PlainText.Line("一二三😀😀", 6).ShouldBe("一二三😀…");
        PlainText.Line("一二三", 3).ShouldBe("一二三");
    }
}
