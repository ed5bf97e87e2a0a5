using NewsEducator.Contracts;
using NewsEducator.Summarizer.Judging;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Judging;

public sealed class ItemJudgeTests
{
    private const string PostMortem = """
        On Tuesday our order service stopped answering for 41 minutes. The root cause was a connection pool that never gave connections back after a
        timeout, because the retry opened a second connection before it closed the first. After 200 failed requests the pool was empty and 100% of the
        requests failed. We fixed the order of the two calls, added an alert on the pool's size and measured again: p99 went from 3 s to 40 ms.
        The lesson is that a retry must release what it holds before it begins anew.
        """;

    private const string Help = "Hi, I am new to this. I can not install the package on my computer, please help me. Thanks in advance!";

    [Fact]
    public void A_post_mortem_teaches_more_than_a_cry_for_help()
    {
        var (good, poor) = (Judge("How a retry emptied our connection pool", PostMortem), Judge("Cannot install??", Help));

        good.Worth.ShouldNotBeNull().ShouldBeGreaterThan(0.5);
        poor.Worth.ShouldNotBeNull().ShouldBeLessThan(0.5);
        good.Value.ShouldBeGreaterThan(poor.Value + 0.5);
        good.Reasons.ShouldContain(JudgementReasons.Data);
        poor.IsAbove(Judgement.LowestWorth, Judgement.LowestValue).ShouldBeFalse();
    }

    [Theory]
    [InlineData("How a retry emptied our connection pool", PostMortem, "connection-pool")]
    [InlineData(
        "We are hiring: join our community team",
        "Our company is growing and we are hiring people for our conference and community program. Join us at the meetup.",
        Concept.NoneKey
    )]
    [InlineData(
        "Flaky unit tests and how we found them",
        "Our test runner reran each unit test a hundred times. Mocks and fixtures were shared between the tests of one suite.",
        "testing"
    )]
    [InlineData(
        "Exceptions that nobody catches",
        "An uncaught exception ends the process. Errors should be propagated to the caller, with an error message that says what failed.",
        "error-handling"
    )]
    public void A_concept_is_chosen_by_meaning(string title, string body, string key) =>
        SomeJudge.Shipped.Judge(SomeSource.Snapshot(SourceKind.Article, title, SomeSource.Body(body))).Concept.Key.ShouldBe(key);

    [Theory]
    [InlineData(
        "一次缓存雪崩的复盘",
        "缓存命中率在十分钟内从 98% 降到 3%，原因是所有键同时过期。数据库连接被打满，超时率达到 40%。我们把过期时间打散，并加了限流，导致雪崩的原因由此消除。",
        "cache",
        "事故复盘"
    )]
    [InlineData(
        "事务隔离级别的取舍",
        "我们争议了很久是否用可串行化事务。代价是吞吐下降 20%，因为冲突要重试；好处是不会出现写偏斜。权衡之后选择了快照隔离。",
        "transaction",
        "架构争议"
    )]
    [InlineData(
        "手把手实战：用火焰图找出性能瓶颈",
        "本教程分三个步骤。先用剖析工具采样，再画火焰图，最后比较修改前后的性能，耗时从 900 毫秒降到 120 毫秒。",
        "profiling",
        "实战教程"
    )]
    public void Chinese_is_judged_by_words_and_never_dropped(string title, string body, string concept, string family)
    {
        var judged = SomeJudge.Shipped.Judge(SomeSource.Snapshot(SourceKind.Article, title, SomeSource.Body(body)));

        judged.Judgement.Worth.ShouldBeNull();
        judged.Judgement.IsAbove(Judgement.LowestWorth, Judgement.LowestValue).ShouldBeTrue();
        judged.Concept.Key.ShouldBe(concept);
        ItemTypes.FamilyOf(judged.Type).ShouldBe(family);
    }

    [Fact]
    public void What_the_model_never_saw_has_no_worth() =>
        SomeJudge
            .Shipped.Judge(
                SomeSource.Snapshot(
                    SourceKind.HuggingFacePaper,
                    "Attention",
                    SomeSource.Body("We propose a new attention for long contexts and measure it on five tasks.")
                )
            )
            .Judgement.Worth.ShouldBeNull();

    [Fact]
    public void The_same_text_has_the_same_vector_alone_and_among_others()
    {
        string[] texts = ["A lock was never released.", "The cache was cold.", "A lock was never released.", ""];

        var together = SomeJudge.Encoder.Encode(texts);

        together[0].ShouldBe(together[2]);
        SomeJudge.Encoder.Encode([texts[1]])[0].Zip(together[1], (one, other) => Math.Abs(one - other)).Max().ShouldBeLessThan(1e-5f);
        together.ShouldAllBe(vector => vector.Length == 384);
    }

    private static Judgement Judge(string title, string body) =>
        SomeJudge.Shipped.Judge(SomeSource.Snapshot(SourceKind.GitHubIssue, title, SomeSource.Body(body))).Judgement;
}
