using AngleSharp.Html.Parser;
using NewsEducator.Collector.Connectors.Html;

namespace NewsEducator.Collector.Tests.Connectors.Html;

public sealed class HtmlTextTests
{
    [Fact]
    public void A_page_becomes_paragraphs_headings_lists_and_code() =>
        HtmlText
            .Of("<h2>What  broke</h2><p>The <code>lease</code>\n expired<br>twice.</p><ul><li>one<li>two</ul><pre>a\n  b</pre>")
            .ShouldBe("## What broke\n\nThe `lease` expired\ntwice.\n\n- one\n- two\n\n```\na\n  b\n```");

    [Theory]
    [InlineData("<p>safe<script>alert(1)</script></p>")]
    [InlineData("<p onclick=alert(1)>safe<style>p{}</style></p>")]
    [InlineData("safe<template><p>alert(1)</p></template>")]
    [InlineData("<svg><script>alert(1)</script></svg>safe")]
    [InlineData("<scr<iframe>ipt>alert(1)</script>safe")]
    [InlineData("<a href='javascript:alert(1)'>safe</a>")]
    [InlineData("<a href='jav&#x09;ascript:alert(1)' style='background:url(javascript:alert(1))'>safe</a>")]
    [InlineData("<img src=x onerror=alert(1)>safe")]
    [InlineData("safe<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>")]
    public void Nothing_that_acts_is_left(string html)
    {
        var written = new HtmlParser().ParseDocument(SafeHtml.CleanMarkup(html, null));
        written.QuerySelectorAll("script,style,iframe,template,svg,math").ShouldBeEmpty();
        written
            .All.SelectMany(element => element.Attributes)
            .ShouldAllBe(attribute =>
                attribute.Name == "title" || (!attribute.Name.StartsWith("on") && !attribute.Value.Contains("script"))
            );
        HtmlText.Of(html).ShouldContain("safe");
        HtmlText.Of(html).ShouldNotContain("alert(1)");
    }

    [Fact]
    public void Code_keeps_its_lines_and_nothing_that_acts() =>
        HtmlText.Of("<pre>one<br><b>two</b><script>alert(1)</script></pre>").ShouldBe("```\none\ntwo\n```");

    [Fact]
    public void A_frame_that_is_never_closed_swallows_nothing() =>
        HtmlText.Of("<p>a</p><iframe src='https://x.example/' /><p>b</p>").ShouldBe("a\n\nb");

    [Fact]
    public void Depth_costs_neither_stack_nor_time() =>
        HtmlText.Of(string.Concat(Enumerable.Repeat("<div>", 50_000)) + "deep").Length.ShouldBeLessThan(10);

    [Fact]
    public void What_closes_nothing_is_read_like_any_page() =>
        HtmlText.Of(string.Concat(Enumerable.Repeat("<p>one<br><ul><li>two</ul>", 5_000))).Split("two").Length.ShouldBe(5_001);

    [Theory]
    [InlineData("<div>", 2_001, false)]
    [InlineData("<div>", 2_000, true)]
    [InlineData("<DIV></DIV>", 50_000, true)]
    [InlineData("<p>", 50_000, true)]
    [InlineData("1 < 2 ", 50_000, true)]
    public void Markup_can_be_parsed_as_far_as_it_is_no_deeper_than_any_page(string piece, int times, bool whole)
    {
        var html = string.Concat(Enumerable.Repeat(piece, times));

        (Nesting.Reach(html) == html.Length).ShouldBe(whole);
    }
}
