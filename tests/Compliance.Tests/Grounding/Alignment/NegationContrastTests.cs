using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Grounding.Alignment;

/// <summary>What a Chinese sentence denies beside an English thread that denies in other ways, all of it made up here.</summary>
public sealed class NegationContrastTests
{
    private static readonly SourceFacts Source = new(
        SomeSource.Snapshot(
            "scheduler: exports slow after the rewrite",
            SomeSource.Body(
                """
                The rewrite led to unacceptable delays of large exports on small machines.

                The two patches were developed and tested individually before the release.

                The author changed the retry loop, omitting to validate the checksum of the archive.

                The new scheduler has a lack of support for replica failover.

                You can measure the queue in production, not just on a laptop.

                The worker will start failing to upload reports at random.

                The nightly job compresses the archive.

                The speed of the restore is worse than that of other tools.
                """
            )
        )
    );

    [Theory]
    [InlineData("重写之后，大型导出的延迟慢到不可接受。")]
    [InlineData("两个补丁是分别开发和测试的。")]
    [InlineData("作者改了重试循环，没有校验归档的校验和。")]
    [InlineData("新的调度器缺少对副本故障转移的支持。")]
    [InlineData("可以在生产环境测量队列。")]
    [InlineData("恢复的速度不如其他工具。")]
    [InlineData("工作进程会随机地不再成功上传报告。")]
    public void What_is_denied_in_other_words_is_no_contradiction(string sentence) => Check(sentence).IsFalse.ShouldBeFalse();

    [Theory]
    [InlineData("新的调度器对副本故障转移的支持很完善。")]
    [InlineData("夜间任务没有压缩归档。")]
    public void What_is_affirmed_in_one_and_denied_in_the_other_is(string sentence) => Check(sentence).IsNegated.ShouldBeTrue();

    private static GroundedSentence Check(string sentence) =>
        SentenceGrounding.Check(Some.Summary(sentence, claims: new Claim { Sentence = sentence }), Source).Single();
}
