using NewsEducator.Compliance.Grounding.Alignment;

namespace NewsEducator.Compliance.Tests.Grounding.Alignment;

public sealed class LexiconTests
{
    [Fact]
    public void It_holds_thousands_of_terms() => Lexicon.Shipped.Count.ShouldBeGreaterThan(3_000);

    [Theory]
    [InlineData("连接池耗尽后服务崩溃", "连接池 耗尽 后 服务 崩溃")]
    [InlineData("内存不再泄漏", "内存 不再 泄漏")]
    [InlineData("这不仅降低了延迟", "这 不仅 降低 了 延迟")]
    [InlineData("升级到 5.4 之后", "升级到 之后")]
    public void The_longest_terms_win(string sentence, string terms) =>
        string.Join(' ', Lexicon.Shipped.Segment(sentence).Select(term => term.Text)).ShouldBe(terms);

    [Theory]
    [InlineData("上升", "rose")]
    [InlineData("崩溃", "crashes")]
    [InlineData("配置", "configuration")]
    [InlineData("回滚", "reverted")]
    [InlineData("带来", "brought")]
    [InlineData("撰写", "written")]
    public void A_term_finds_its_English_words_in_any_form(string term, string word) =>
        Lexicon.Shipped.KeysOf(term).ShouldContain(WordKey.AllOf(word).Single());

    [Fact]
    public void Words_are_Latin_and_terms_are_Chinese()
    {
        foreach (var term in Lexicon.Shipped.Terms)
        {
            term.ShouldAllBe(c => c > 127, term);
            Lexicon.Shipped.KeysOf(term).ShouldAllBe(key => key.All(char.IsAscii), term);
        }
    }
}
