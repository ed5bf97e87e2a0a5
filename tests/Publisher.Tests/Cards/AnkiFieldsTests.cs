using NewsEducator.Publisher.Cards.Decks;

namespace NewsEducator.Publisher.Tests.Cards;

public sealed class AnkiFieldsTests
{
    [Theory]
    [InlineData("a <b> & c", "a &lt;b&gt; &amp; c")]
    [InlineData("use `Map<K>` here", "use <code>Map&lt;K&gt;</code> here")]
    [InlineData("{{c1::cloze}} and {{Front}}", "&#123;&#123;c1::cloze}} and &#123;&#123;Front}}")]
    [InlineData("[sound:a.mp3]", "&#91;sound:a.mp3]")]
    [InlineData("[latex]x[/latex] and [$]x[/$]", "&#91;latex]x&#91;/latex] and &#91;$]x&#91;/$]")]
    [InlineData("[anki:tts lang=en_US]x[/anki:tts]", "&#91;anki:tts lang=en_US]x&#91;/anki:tts]")]
    [InlineData(@"\(x\) and \[x\]", @"\<span>(</span>x\) and \<span>&#91;</span>x\]")]
    public void What_Anki_would_run_is_text(string text, string field) => AnkiFields.Of(Note(text)).First().ShouldBe(field);

    [Theory]
    [InlineData("连接池", "连接池")]
    [InlineData("retry storm", "retry_storm")]
    [InlineData("retry　storm", "retry_storm")]
    [InlineData(" a\t b ", "a_b")]
    public void A_tag_holds_no_blank(string concept, string tag) =>
        AnkiFields.TagsOf(Note("x", concept)).ShouldBe($" NewsEducator {tag} 故障复盘 ");

    [Theory]
    [InlineData("https://example.org/a?b&c", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("", false)]
    public void A_source_is_linked_where_it_is_a_page(string source, bool isLinked) =>
        AnkiFields.Of(Note("x") with { Source = source }).ElementAt(3).Contains("来源", StringComparison.Ordinal).ShouldBe(isLinked);

    private static DeckNote Note(string question, string concept = "") =>
        new()
        {
            Guid = Guid.Empty,
            Question = question,
            Answer = "",
            More = "",
            Page = new Uri("https://news.example/items/1"),
            Source = "",
            Concept = concept,
            Type = "故障复盘",
            Date = Some.Date,
            PublishedAt = DateTimeOffset.UnixEpoch,
            ChangedAt = DateTimeOffset.UnixEpoch,
        };
}
