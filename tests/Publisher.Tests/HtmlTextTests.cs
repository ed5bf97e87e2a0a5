using NewsEducator.Publisher.Pages;

namespace NewsEducator.Publisher.Tests;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("连接池 & <b>", "连接池 &amp; &lt;b&gt;")]
    [InlineData("use `Map<K>` here", "use <code>Map&lt;K&gt;</code> here")]
    [InlineData("`a` and `b`", "<code>a</code> and <code>b</code>")]
    [InlineData("one ` alone", "one ` alone")]
    [InlineData("`` is empty `a`", "`` is empty `a`")]
    [InlineData("`a`b`", "<code>a</code>b`")]
    [InlineData("\"quoted\" 'single' +", "&quot;quoted&quot; &#x27;single&#x27; &#x2B;")]
    [InlineData("", "")]
    public void Text_is_encoded_and_code_is_marked(string text, string html) => InlineText.Of(text).Value.ShouldBe(html);

    [Fact]
    public void What_stands_in_a_hole_leaves_no_attribute_and_no_element()
    {
        var html = new HtmlText();

        html.Write($"<a href=\"{"\" onclick=x"}\">{"</a><script>"}</a>{12}{(string?)null}");

        html.Take().ShouldBe("<a href=\"&quot; onclick=x\">&lt;/a&gt;&lt;script&gt;</a>12");
    }

    [Fact]
    public void However_long_it_is_none_of_it_is_lost()
    {
        var (html, text) = (new HtmlText(), string.Concat(Enumerable.Repeat("<中&😀>", 10_000)));

        html.Write($"{text}");

        System.Net.WebUtility.HtmlDecode(html.Take()).ShouldBe(text);
        html.Take().ShouldBeEmpty();
    }
}
