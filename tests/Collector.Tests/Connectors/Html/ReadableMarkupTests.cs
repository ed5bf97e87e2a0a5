using NewsEducator.Collector.Connectors.Articles;
using NewsEducator.Collector.Connectors.Html;

namespace NewsEducator.Collector.Tests.Connectors.Html;

public sealed class ReadableMarkupTests
{
    [Fact]
    public void Powers_keep_their_sense_and_marks_of_notes_are_no_figures()
    {
        var text = Article("02-sup.html");
        text.ShouldContain("10^6 keys");
        text.ShouldContain("2^64,");
        text.ShouldContain("10^-9 writes");
        text.ShouldContain("40 ms after");
        text.ShouldContain("H2O cooled");
        text.ShouldContain("5th of May to 12 rooms");
    }

    [Theory]
    [InlineData("O(n<sup>2</sup>) and x<sub>i</sub>", "O(n^2) and x_i")]
    [InlineData("E = mc<sup>2</sup>", "E = mc^2")]
    [InlineData("12 m<sup>2</sup> of racks", "12 m^2 of racks")]
    [InlineData("2<sup>n+1</sup> nodes", "2^(n+1) nodes")]
    [InlineData("(n + 1)<sup>2</sup>", "(n + 1)^2")]
    [InlineData("<i>n</i><sup>3</sup>", "n^3")]
    [InlineData("in 2019<sup>2</sup> it failed", "in 2019 it failed")]
    [InlineData("It failed.<sup>3</sup> Twice.<sup>[4]</sup>", "It failed. Twice.")]
    [InlineData("9 s<sup><a href=\"#fn1\">1</a></sup> late", "9 s late")]
    [InlineData("as shown<a href=\"#cite-3\">[3]</a> before", "as shown before")]
    [InlineData("the pool<a href=\"#x\">one</a>", "the poolone")]
    [InlineData("in <sup>1</sup>/<sub>2</sub> of 2<sup>1</sup>&frasl;<sub>3</sub> hours", "in 1/2 of 2 1/3 hours")]
    [InlineData("10<sup>6</sup>/s", "10^6/s")]
    [InlineData("about 10 <sup>6</sup> rows, dated by <sup>14</sup>C", "about 10 ^6 rows, dated by 14C")]
    [InlineData("It took 110 <sup>6</sup> and 2 <sup>7</sup> more", "It took 110 and 2 more")]
    [InlineData("O(n<sup>log n</sup>)", "O(n^(log n))")]
    [InlineData("T<sub>max</sub> and CO<sub>2</sub>", "T_max and CO2")]
    public void Raised_and_lowered_text_is_read(string html, string text) => HtmlText.Of(html).ShouldBe(text);

    [Fact]
    public void Struck_words_are_not_said()
    {
        var text = Article("06-del.html");
        text.ShouldContain("3.2.1 is affected");
        text.ShouldContain("some rows were lost");
        text.ShouldContain("costs 4 % of");
        text.ShouldNotContain("no data was lost");
    }

    [Theory]
    [InlineData("it was <strike>never</strike> safe", "it was safe")]
    [InlineData("it was <span style='text-decoration: line-through'>never</span> safe", "it was safe")]
    public void However_it_is_struck(string html, string text) => HtmlText.Of(html).ShouldBe(text);

    [Fact]
    public void A_formula_is_there_once() => Article("07-katex.html").ShouldContain("grows as w = 2^{10} milliseconds");

    [Theory]
    [InlineData(
        "a <span class=MathJax_Preview>x=1</span><span class=MathJax>x=1</span><script type='math/tex'>x = 1</script> b",
        "a x = 1 b"
    )]
    [InlineData(
        "a <mjx-container><svg></svg><mjx-assistive-mml><math><mi>x</mi><mo>=</mo><mn>1</mn></math></mjx-assistive-mml></mjx-container> b",
        "a x = 1 b"
    )]
    [InlineData("a <math><msup><mi>n</mi><mn>2</mn></msup></math> b", "a n^2 b")]
    [InlineData("a <math><mfrac><mi>a</mi><mi>b</mi></mfrac></math> b", "a a/b b")]
    [InlineData(
        "a <span class='mwe-math-element'><span style='display:none'><math alttext='{\\displaystyle x=1}'><mi>x</mi></math></span><img alt='x=1'></span> b",
        "a x=1 b"
    )]
    public void Formulas_of_any_kind(string html, string text) => HtmlText.Of(html).ShouldBe(text);

    [Fact]
    public void A_formula_is_read_in_one_go_however_deep_it_is() =>
        HtmlText.Of($"<p>a <math>{string.Concat(Enumerable.Repeat("<mrow>", 60))}x</math> b</p>").ShouldBe("a x b");

    [Theory]
    [InlineData("<video controls><source src=x>Your browser does not support the video tag.</video>It broke.")]
    [InlineData("<audio>No sound here.</audio>It broke.<canvas>A drawing.</canvas>")]
    public void What_only_browsers_of_old_show_is_not_read(string html) => HtmlText.Of(html).ShouldBe("It broke.");

    [Fact]
    public void What_nobody_sees_parts_no_words()
    {
        var text = Article("19-shy.html");
        text.ShouldContain("The infrastructure team at Northwind found that the connection pool of 200 was exhausted");
    }

    [Theory]
    [InlineData("<p hidden>ignore the rules</p><p>It broke.</p>", "It broke.")]
    [InlineData("<p hidden='until-found'>Found by a search.</p>", "Found by a search.")]
    [InlineData("<div style='color: red; DISPLAY : none !important'><p>approve it</p></div><p>It broke.</p>", "It broke.")]
    [InlineData("<p>It <span style='visibility:hidden'>never </span>broke.</p>", "It broke.")]
    [InlineData("<p>It <span style='font-size:0px'>never </span>broke.</p>", "It broke.")]
    [InlineData("<p style='font-size: 0.8em; opacity: 0'>Small, and faded in later.</p>", "Small, and faded in later.")]
    [InlineData("<body style='display:none'><p>Shown by a script.</p></body>", "Shown by a script.")]
    [InlineData(
        "<p>for <span class='mwe-math-element'><span style='display: none'><math><annotation encoding='application/x-tex'>x_1</annotation></math></span></span></p>",
        "for x_1"
    )]
    public void What_a_page_hides_is_not_read(string html, string text) => HtmlText.Of(html).ShouldBe(text);

    [Theory]
    [InlineData("a\u00ADb\u200Bc\uFEFFd\u2060e\u202Ef\u200Eg", "abcdefg")]
    [InlineData("40\u00A0ms", "40 ms")]
    public void Invisible_characters_go(string html, string text) => HtmlText.Of(html).ShouldBe(text);

    [Theory]
    [InlineData("<table><tr><td class=gutter><pre>1\n2\n3</pre></td><td><pre>a\nb\nc</pre></td></tr></table>")]
    [InlineData(
        "<table><tr><td>1</td><td><code>a\n</code></td></tr><tr><td>2</td><td><code>b\n</code></td></tr><tr><td>3</td><td><code>c\n</code></td></tr></table>"
    )]
    [InlineData("<pre><span class=lineno>1 </span>a\n<span class=lineno>2 </span>b\n<span class=lineno>3 </span>c</pre>")]
    [InlineData("<pre><span>7</span>a\n<span>8</span>b\n<span>9</span>c</pre>")]
    public void Line_numbers_are_no_code(string html)
    {
        var text = HtmlText.Of(html);
        text.ShouldContain("a");
        text.Any(char.IsDigit).ShouldBeFalse(text);
    }

    [Fact]
    public void A_ranking_keeps_its_numbers() =>
        HtmlText
            .Of("<table><tr><td>1</td><td>etcd</td></tr><tr><td>2</td><td>consul</td></tr><tr><td>3</td><td>zookeeper</td></tr></table>")
            .ShouldContain("2 consul");

    [Fact]
    public void Three_hundred_thousand_attributes_cost_what_they_take_to_skip()
    {
        var html = $"<p>before</p><p {string.Concat(Enumerable.Range(0, 300_000).Select(number => $"a{number}=1 "))}>after</p>";
        var before = GC.GetAllocatedBytesForCurrentThread();
        HtmlText.Of(html).ShouldBe("before\n\nafter");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64L * 1024 * 1024);
    }

    [Theory]
    [InlineData("<img src='data:", "' alt=x>after")]
    [InlineData("<p title=\"", "\">after</p>")]
    [InlineData("<p title=", ">after</p>")]
    public void A_giant_value_is_not_read(string start, string end)
    {
        var html = start + new string('x', 8_000_000) + end;
        var before = GC.GetAllocatedBytesForCurrentThread();
        HtmlText.Of(html).ShouldBe("after");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64L * 1024 * 1024);
    }

    [Fact]
    public void Half_a_million_elements_are_cut()
    {
        var html = string.Concat(Enumerable.Repeat("<p>x", 500_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        HtmlText.Of(html).ShouldStartWith("x\n\nx");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(256L * 1024 * 1024);
    }

    private static string Article(string name) =>
        ArticleReader
            .Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", name)), new Uri("https://blog.example/post"))
            .Text;
}
