using System.Text.Json;
using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Grounding.Alignment;
using NewsEducator.Compliance.Grounding.Scoring;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Grounding.Scoring;

/// <summary>The score of a Chinese sentence beside an English thread, made up here.</summary>
public sealed class ClaimScoreTests
{
    private static readonly Snapshot Thread = SomeSource.Snapshot(
        "mailer: digests arrive twice",
        SomeSource.Body(
            """
            Since the update of the mail library each digest is sent twice. The second copy arrives about ten minutes after the first.

            The scheduler starts a job again if the worker does not report within ten minutes. The new library closes the connection before
            the worker has reported, so the job looks lost.

            Raising the limit to thirty minutes hides the problem. A fix of the library is in review.
            """
        )
    );

    [Theory]
    [InlineData("维护者随后公开道歉，并给所有订阅者退还了费用。")]
    [InlineData("数据库管理员误删了索引，全部报表因此停止更新。")]
    public void What_the_source_never_speaks_of_is_left_to_a_person(string sentence)
    {
        var outcome = Screened(sentence);

        outcome.Findings.ShouldContain(finding => finding.Severity == Severity.Verify && finding.Sentence == 0);
        outcome.Verdict.ShouldBe(Verdict.NeedsVerify);
        outcome.Sentences.ShouldHaveSingleItem().State.ShouldBe(SentenceState.Unchecked);
    }

    [Theory]
    [InlineData("更新邮件库之后，每份摘要都会发送两次。")]
    [InlineData("如果 worker 十分钟内没有汇报，调度器会重新启动任务。")]
    public void What_it_says_raises_no_doubt(string sentence) =>
        Screened(sentence).Findings.ShouldNotContain(finding => finding.Rule == Doubt.Unlikely);

    [Fact]
    public void A_low_score_does_not_clear_a_contradiction() =>
        Screened("第二份大约在第一份之后 30 分钟到达。").Sentences.ShouldHaveSingleItem().State.ShouldBe(SentenceState.Contradicted);

    [Fact]
    public void The_shipped_model_weighs_what_is_counted_and_nothing_else()
    {
        using var stream = typeof(ClaimScore).Assembly.GetManifestResourceStream(ClaimScore.Resource)!;
        var model = JsonSerializer.Deserialize<ClaimScore.Model>(stream, JsonSerializerOptions.Web)!;

        model.Weights.Keys.ShouldBe(ClaimFeatures.Names, ignoreOrder: true);
    }

    private static Compliance.Screenings.Screen.Outcome Screened(string sentence) =>
        Some.Screened(Thread, Some.Summary(sentence, claims: new Claim { Sentence = sentence }));
}
