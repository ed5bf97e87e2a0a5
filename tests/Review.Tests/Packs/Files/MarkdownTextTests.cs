using FsCheck.Xunit;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Packs.Files;

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

    public static TheoryData<string> Live() => [.. LiveMarkdown.Constructs];

    [Theory]
    [MemberData(nameof(Live))]
    public void Nothing_that_notes_programs_run_is_left_in_what_is_written(string construct)
    {
        foreach (var line in new[] { construct, $"a {construct} b", $"{construct} `code` {construct}" })
        {
            var markdown = MarkdownText.Escape(line);
            LiveMarkdown.FoundIn(markdown).ShouldBeEmpty();
            MarkdownText.Unescape(markdown).ShouldBe(line);
        }
    }

    [Theory]
    [MemberData(nameof(Live))]
    public void Nor_in_a_pack(string construct)
    {
        var file = SomePack.FileOf(SomePack.Entry(1, construct, construct), SomePack.Entry(2));
        LiveMarkdown.FoundIn(file.Replace("- [ ] ", "", StringComparison.Ordinal)).ShouldBeEmpty();
        SomePack.Read(file)!.Items[0].ShouldSatisfyAllConditions(it => it.Title.ShouldBe(construct), it => it.Summary.ShouldBe(construct));
    }

    [Theory]
    [InlineData("https://a.example/x?tag=a&tag=b#top", "https://a.example/x?tag=a&tag=b#top")]
    [InlineData("https://a.example/x_(y)?a=[[b]]&c==d", "https://a.example/x_%28y%29?a=%5B%5Bb%5D%5D&c=%3Dd")]
    [InlineData("https://a.example/*b*/`=x`/$y$:", "https://a.example/%2Ab%2A/%60=x%60/%24y%24%3A")]
    public void An_address_is_no_markup(string url, string address) => MarkdownText.Address(url).ShouldBe(address);

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
