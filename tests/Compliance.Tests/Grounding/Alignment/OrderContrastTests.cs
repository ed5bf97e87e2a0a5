using NewsEducator.Compliance.Grounding.Alignment;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Grounding.Alignment;

/// <summary>What comes first, takes the other's place, has more or belongs to which, beside English sentences made up here.</summary>
public sealed class OrderContrastTests
{
    [Theory]
    [InlineData("The index was saved before the log was flushed.", "先保存索引，再刷写日志。", "先刷写日志，再保存索引。")]
    [InlineData("After the certificate was renewed, the proxy was restarted.", "续期证书之后，重启了代理。", "重启代理之后，才续期证书。")]
    [InlineData("The team chose the queue instead of the scheduler.", "团队选了队列，而不是调度器。", "团队选了调度器，而不是队列。")]
    [InlineData("We replaced the parser with a compiler.", "用编译器取代了解析器。", "用解析器取代了编译器。")]
    [InlineData("The parser was replaced by the compiler.", "解析器被编译器取代。", "编译器被解析器取代。")]
    [InlineData("The cache is faster than the database.", "缓存比数据库快。", "数据库比缓存快。")]
    [InlineData("The cache is slower than the database.", "数据库比缓存快。", "缓存比数据库快。")]
    public void What_is_turned_round_is_told_from_what_is_not(string source, string held, string turned)
    {
        Compare(source, held).ShouldBe(-1);
        Compare(source, turned).ShouldBe(1);
    }

    [Theory]
    [InlineData("The vote is on Thursday; the branch stays closed until then.", "投票在周四，在此之前分支保持关闭。")]
    [InlineData("The cache was cleared.", "缓存已经清空。")]
    public void What_orders_nothing_is_left_open(string source, string sentence) => Compare(source, sentence).ShouldBe(0);

    [Theory]
    [InlineData(
        "The chart uses width to show duration and height to show memory.",
        "图表用宽度表示时长，用高度表示内存。",
        "图表用高度表示时长，用宽度表示内存。"
    )]
    [InlineData(
        "Petra reviewed the dashboards. Quinn wrote the patch.",
        "Quinn 撰写了补丁，Petra 评审了面板。",
        "Petra 撰写了补丁，Quinn 评审了面板。"
    )]
    public void What_belongs_to_the_other_clause_gains_by_the_exchange(string source, string held, string turned)
    {
        Gain(source, held).ShouldBeLessThan(0);
        Gain(source, turned).ShouldBeGreaterThan(0);
    }

    private static int Compare(string source, string sentence) => OrderContrast.Compare(sentence, PlaceOf(source, sentence));

    private static double Gain(string source, string sentence) =>
        PairContrast.Gain(sentence, PlaceOf(source, sentence), amongNames: sentence.Contains("Petra", StringComparison.Ordinal));

    private static SourcePlace PlaceOf(string source, string sentence)
    {
        var facts = new SourceFacts(SomeSource.Snapshot("A thread", SomeSource.Body(source)));
        return CrossLanguage.Of(sentence, null, facts).Place!;
    }
}
