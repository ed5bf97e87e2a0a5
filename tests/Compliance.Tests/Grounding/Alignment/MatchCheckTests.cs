using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Grounding.Alignment;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Grounding.Alignment;

/// <summary>Which sentences hold by their words, and which comparisons raise no alarm; the thread is made up here.</summary>
public sealed class MatchCheckTests
{
    private static readonly SourceFacts Source = new(
        SomeSource.Snapshot(
            "ledger: outbox or change data capture",
            SomeSource.Body(
                """
                Two teams publish events from the same ledger. One more insert per posting: p99 grew from 18 ms to 20 ms.

                Latency from commit to broker, p99: outbox 85 ms (polling each 50 ms), CDC 40 ms.

                The chart uses width to show duration and height to show memory.

                The parser was downloaded from the mirror; the linker was compiled on our servers.

                The core library will not depend on the new package, although the command line tool will.

                The malicious `tiny-parser@0.3.10` was online for two hours.
                """
            )
        )
    );

    [Theory]
    [InlineData("图表用宽度表示时长，用高度表示内存。")]
    [InlineData("解析器是从镜像下载的。")]
    public void What_the_place_says_holds_by_words(string sentence) => CrossLanguage.Of(sentence, null, Source).HoldsByWords.ShouldBeTrue();

    [Theory]
    [InlineData("图表用高度表示时长，用宽度表示内存。")]
    [InlineData("解析器是从镜像下载的，文档则由志愿者翻译。")]
    [InlineData("核心库将依赖新的包，命令行工具不会。")]
    public void What_goes_with_another_or_is_only_half_there_does_not(string sentence) =>
        CrossLanguage.Of(sentence, null, Source).HoldsByWords.ShouldBeFalse();

    [Theory]
    [InlineData("两个团队从同一个账本发布事件：一个写发件箱表，p99 从 18 ms 升到 20 ms。")]
    [InlineData("从提交到 broker 的 p99 延迟：outbox 85 ms，CDC 40 ms。")]
    [InlineData("恶意的 tiny-parser 0.3.10 在线两小时。")]
    public void True_figures_raise_no_alarm(string sentence) => Check(sentence).IsFalse.ShouldBeFalse();

    [Theory]
    [InlineData("p99 从 20 ms 升到 18 ms。")]
    [InlineData("恶意的 tiny-parser 0.3.11 在线两小时。")]
    public void False_ones_do(string sentence) => Check(sentence).IsFalse.ShouldBeTrue();

    private static GroundedSentence Check(string sentence) =>
        SentenceGrounding.Check(Some.Summary(sentence, claims: new Claim { Sentence = sentence }), Source).Single();
}
