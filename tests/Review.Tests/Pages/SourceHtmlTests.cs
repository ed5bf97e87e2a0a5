using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck.Xunit;
using NewsEducator.Contracts;
using NewsEducator.Review.Pages.Evidence;

namespace NewsEducator.Review.Tests.Pages;

public sealed class SourceHtmlTests
{
    private static readonly string[] Inert =
    [
        .. "a mark p br hr em strong del code pre ul ol li blockquote table thead tbody tr th td".Split(' '),
    ];

    [Theory]
    [InlineData("**Outbox.** One `NOTIFY`.", "<p><strong>Outbox.</strong> One <code>NOTIFY</code>.</p>")]
    [InlineData("one\ntwo", "<p>one<br /> two</p>")]
    [InlineData("## Steps\n1. a\n2. b", "<p class=\"heading\">Steps</p><ol><li>a</li><li>b</li></ol>")]
    [InlineData("```sql\nSELECT 1 < 2\n```", "<pre><code>SELECT 1 &lt; 2 </code></pre>")]
    [InlineData("> said", "<blockquote><p>said</p></blockquote>")]
    [InlineData("- [x] done", "<ul class=\"contains-task-list\"><li class=\"task-list-item\">☑ done</li></ul>")]
    [InlineData(
        "[page](https://example.org/a)",
        """<p><a href="https://example.org/a" rel="nofollow noopener noreferrer" target="_blank" title="https://example.org/a">page</a></p>"""
    )]
    [InlineData("![the graph](/graph.png)", "<p>🖼 the graph</p>")]
    [InlineData("see [1]\n\n[1]: /hidden \"text\"", "<p>see 1</p><p class=\"quiet\">[1]: /hidden &quot;text&quot;</p>")]
    public void Markdown_is_rendered(string markdown, string html) =>
        Lines(Html(markdown)).Replace("> <", "><", StringComparison.Ordinal).ShouldBe(html);

    [Theory]
    [InlineData("a | b\n--|:-:\n1 | 2", "a b 1 2")]
    [InlineData("a &amp; b \\* c", "a & b * c")]
    public void What_is_read_is_the_text(string markdown, string text) => Lines(Parsed(Html(markdown)).TextContent).ShouldBe(text);

    [Theory]
    [InlineData(SourceKind.HuggingFacePaper, SectionKind.Body)]
    [InlineData(SourceKind.YouTubeVideo, SectionKind.Transcript)]
    [InlineData(SourceKind.GitHubIssue, SectionKind.Title)]
    public void What_is_not_written_in_Markdown_stays_as_it_is(SourceKind source, SectionKind section) =>
        SourceHtml
            .Of(new MarkedText.Part(section, null, false, [new MarkedText.Piece("**a** <b>\n  c", [], [])]), source, 1)
            .Value.ShouldBe("**a** &lt;b&gt;\n  c");

    [Theory]
    [InlineData("## Root cause\n\nA rename is atomic.", "<p class=\"heading\">Root cause</p><p>A rename is atomic.</p>")]
    [InlineData("- one\n- two", "<ul><li>one</li><li>two</li></ul>")]
    [InlineData("```\na *b*\n```", "<pre><code>a *b* </code></pre>")]
    [InlineData("2 * 3 * 4, a_b_c, `x`, [1](y), <b>", "<p>2 * 3 * 4, a_b_c, <code>x</code>, [1](y), &lt;b&gt;</p>")]
    [InlineData("1. one\n3. three\n> 4\n---", "<p>1. one<br /> 3. three<br /> &gt; 4<br /> ---</p>")]
    public void Of_a_page_only_its_outline_is_rendered_and_its_own_signs_stay(string text, string html) =>
        Lines(Html(text, kind: SourceKind.Article)).Replace("> <", "><", StringComparison.Ordinal).ShouldBe(html);

    [Theory]
    [InlineData("It *rose* from 2 ms", "*rose* from", "rose from")]
    [InlineData("before `a.b` after", "re `a.b` af", "re a.b af")]
    [InlineData("before `` a ` b `` after", "`` a ` b ``", "a ` b")]
    [InlineData("> one\n> two three", "one\n> two", "one two")]
    [InlineData("- one\n- two\n\n  three four", "two\n\n  three", "two three")]
    [InlineData("```\nx = 1\ny = 2\n```", "= 1\ny", "= 1 y")]
    [InlineData("a | b\n--|--\none | two", "one | two", "one two")]
    [InlineData("[the page](https://example.org/a) says", "page](https://example.org/a) says", "page says")]
    [InlineData("5 \\* 3 &lt; 16", "\\* 3 &lt;", "* 3 <")]
    public void Evidence_is_marked_wherever_markup_stands_in_it(string markdown, string words, string marked)
    {
        var html = Parsed(Html(markdown, words));

        Lines(string.Join(' ', html.QuerySelectorAll("mark").Select(mark => mark.TextContent.Trim())))
            .Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe(marked.Replace(" ", "", StringComparison.Ordinal));
        html.QuerySelectorAll("mark").ShouldAllBe(mark => mark.GetAttribute("data-sentences") == "0");
        html.QuerySelectorAll("a#s0.anchor + mark").Length.ShouldBe(1);
    }

    [Fact]
    public void Evidence_in_what_is_not_shown_keeps_its_anchor() =>
        Parsed(Html("[page](https://example.org/rests-here)", "rests")).QuerySelectorAll("a#s0.anchor").Length.ShouldBe(1);

    [Theory]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)>")]
    [InlineData("[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) <javascript:alert(1)> [c](data:text/html,x) [d](vbscript:x)")]
    [InlineData("![a](https://example.org/a.png) ![b][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("[a](https://example.org/\"onmouseover=alert(1)) [b](<https://example.org/' onfocus=x>)")]
    [InlineData("# a {#id .class onclick=alert(1)}\n\n{::nomarkdown}<iframe>{:/}")]
    [InlineData("<!-- a --> <details open ontoggle=alert(1)>\n\n```\"><script>\nx\n```")]
    [InlineData("| a {onclick=x} |\n|:-:|\n| <svg onload=alert(1)> |")]
    [InlineData("- [ ] a\n- [x] <input autofocus onfocus=alert(1)>")]
    public void Nothing_of_it_is_live(string markdown)
    {
        foreach (var element in Parsed(Html(markdown)).QuerySelectorAll("*"))
        {
            Inert.ShouldContain(element.LocalName);
            element
                .Attributes.Select(attribute => attribute.Name)
                .ShouldBeSubsetOf(["href", "rel", "target", "title", "class", "id", "start"]);
            if (element.GetAttribute("href") is { } link)
            {
                new Uri(link).Scheme.ShouldBeOneOf("https", "http");
            }
        }
    }

    [Theory]
    [InlineData('>')]
    [InlineData('[')]
    public void What_is_nested_deeper_than_anybody_writes_is_shown_as_it_is(char opening)
    {
        var deep = new string(opening, 10_000);

        Parsed(Html(deep)).TextContent.ShouldBe(deep);
    }

    [Property(MaxTest = 300)]
    public void Whatever_it_is_no_anchor_is_missing_or_doubled(byte[] bytes, byte from)
    {
        const string signs = "ab *_`~[]()<>!#|-+:\\&;\n\t>1.\"中😀";
        var text = string.Concat(bytes.Select(value => signs[value % signs.Length])) + "x";
        var start = from % text.Length;

        Parsed(Html(text, text[start..])).QuerySelectorAll("a#s0.anchor").Length.ShouldBe(1);
    }

    /// <param name="words">What the one sentence rests on.</param>
    private static string Html(string markdown, string words = "", SourceKind kind = SourceKind.GitHubIssue)
    {
        var at = words.Length == 0 ? 0 : markdown.LastIndexOf(words, StringComparison.Ordinal);
        MarkedText.Piece[] pieces =
        [
            new(markdown[..at], [], []),
            new(words, words.Length == 0 ? [] : [0], words.Length == 0 ? [] : [0]),
            new(markdown[(at + words.Length)..], [], []),
        ];
        return SourceHtml.Of(new MarkedText.Part(SectionKind.Body, null, false, pieces), kind, 1).Value;
    }

    private static IElement Parsed(string html) => new HtmlParser().ParseDocument(html).Body!;

    private static string Lines(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
