using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Rules.Conflicts;

/// <summary>One outage, told by two sources; each case is the same sentence as the other source has it.</summary>
public sealed class ConflictTests
{
    private const string Rule = "source.conflict";

    private const string Ours = """
        The checkout outage of 9 March began when the pool of ledger 4.2.0 ran dry.
        The outage lasted 42 minutes and affected 37 customers.
        P99 latency of the gateway rose from 200 ms to 9.2 s.
        Version 4.2.0 of ledger loses acknowledged writes on failover.
        The leak is fixed in ledger 4.2.1.
        """;

    public static TheoryData<string, string, string> Conflicts =>
        new()
        {
            { "The outage lasted 67 minutes and affected 37 customers.", "42 minutes", "67 minutes" },
            { "The outage lasted 42 minutes and affected 52 customers.", "37 customers", "52 customers" },
            { "P99 latency of the gateway rose from 200 ms to 14 s.", "9.2 s", "14 s" },
            { "Version 4.2.0 of ledger does not lose acknowledged writes on failover.", "Version 4.2.0", "does not lose" },
            { "P99 latency of the gateway fell from 200 ms to 9.2 s.", "rose", "fell" },
            { "The leak was fixed in ledger 4.2.3.", "4.2.1", "4.2.3" },
        };

    public static TheoryData<string> NearMisses =>
        [
            "The outage lasted 2,520 seconds and affected 37 customers.",
            "P50 latency of the gateway rose from 200 ms to 2 s.",
            "P99 latency of the gateway rose from 200 ms to 9 s.",
            "P99 latency of the billing service rose from 90 ms to 3 s.",
            "The outage lasted about 45 minutes and affected 37 customers.",
            "The second outage lasted 67 minutes and affected 12 customers.",
            "The outage of 11 March lasted 67 minutes.",
            "The leak is fixed in ledger 4.2.1 and 3.9.8.",
            "The leak is fixed in ledger 3.9.8.",
            "The leak is fixed in ledger-proxy 4.2.3.",
            "Fixed in ledger 4.2.3: the audit log escapes control characters.",
            "Does version 4.2.0 of ledger not lose acknowledged writes on failover?",
            "Version 4.2.0 of ledger may not lose acknowledged writes on failover.",
            "Version 4.1.0 of ledger does not lose acknowledged writes on failover.",
            "Initially the status page said that the outage lasted 67 minutes. The outage lasted 42 minutes.",
            "> The outage lasted 67 minutes and affected 52 customers.",
            "On my machine P99 latency of the gateway rose from 200 ms to 14 s.",
            "The rollback took 67 minutes.",
            "Our alert threshold for P99 latency of the gateway is 14 s.",
            "Version 4.2.0 of ledger no longer loses acknowledged writes on failover since 10 March.",
            "Before the fix P99 latency of the gateway was 14 s.",
        ];

    [Theory]
    [MemberData(nameof(Conflicts))]
    public void Sources_that_disagree_are_found_with_the_words_of_both(string theirs, string here, string there)
    {
        var outcome = Screened(SomeSource.Body(Ours), SomeSource.Body(theirs));

        var finding = outcome.Findings.Where(each => each.Rule == Rule).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Verify);
        finding.Message.ShouldStartWith("【需人工确认】");
        outcome.Verdict.ShouldNotBe(Verdict.Pass);
        finding.Spans.Count.ShouldBe(2);
        finding.Spans[0].Text.ShouldContain(here);
        finding.Spans[1].Text.ShouldContain(there);
        Source(SomeSource.Body(Ours)).Text.Substring(finding.Spans[0].Start, finding.Spans[0].Text.Length).ShouldBe(finding.Spans[0].Text);
        Other(SomeSource.Body(theirs)).Text.Substring(finding.Spans[1].Start, finding.Spans[1].Text.Length).ShouldBe(finding.Spans[1].Text);
        finding.Spans[1].ItemId.ShouldBe(Other().ItemId);
    }

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void What_only_looks_like_a_contradiction_is_none(string theirs) =>
        Screened(SomeSource.Body(Ours), SomeSource.Body(theirs)).Findings.ShouldNotContain(finding => finding.Rule == Rule);

    [Theory]
    [InlineData("故障持续了 42 分钟，影响 37 家客户。", "故障持续了 67 分钟，影响 37 家客户。", true)]
    [InlineData("故障持续了 42 分钟，影响 37 家客户。", "故障持续了大约 45 分钟，影响 37 家客户。", false)]
    [InlineData("ledger 4.2.0 版本在主备切换时会丢失已确认的写入。", "ledger 4.2.0 版本在主备切换时不会丢失已确认的写入。", true)]
    [InlineData("该漏洞已在 ledger 4.2.1 中修复。", "该漏洞已在 ledger 4.2.3 中修复。", true)]
    [InlineData("该漏洞已在 ledger 4.2.1 中修复。", "该漏洞已在 ledger 3.9.8 中修复。", false)]
    public void Chinese_sources_are_held_against_each_other_as_well(string ours, string theirs, bool isConflict) =>
        Screened(SomeSource.Body(ours), SomeSource.Body(theirs)).Findings.Any(finding => finding.Rule == Rule).ShouldBe(isConflict);

    [Fact]
    public void What_others_comment_is_their_own_experience()
    {
        Screened(SomeSource.Body(Ours), SomeSource.Comment("The outage lasted 67 minutes and affected 52 customers."))
            .Findings.ShouldNotContain(finding => finding.Rule == Rule);
        Screened(SomeSource.Body(Ours), SomeSource.Answer("The outage lasted 67 minutes and affected 37 customers."))
            .Findings.ShouldContain(finding => finding.Rule == Rule);
    }

    [Fact]
    public void No_two_threads_of_the_sample_day_contradict_each_other()
    {
        var threads = new[] { "advisories", "debates", "incidents", "tutorials", "hostile", "noise", "duplicates" }
            .SelectMany(SampleDay.Threads)
            .Select((thread, index) => thread with { Id = $"{index}", ItemId = ItemIds.From($"{index}") })
            .ToList();

        var found =
            from one in threads
            from finding in Screen
                .Run(
                    new ScreeningInput(
                        one,
                        SomeSource.Source(one),
                        Some.Summary("略。"),
                        Some.Policy,
                        [.. threads.Where(other => other != one)]
                    )
                )
                .Findings
            where finding.Rule == Rule
            select finding.Evidence;

        threads.Count.ShouldBeGreaterThan(20);
        found.ShouldBeEmpty();
    }

    private static Screen.Outcome Screened(SomeSource.Part ours, SomeSource.Part theirs)
    {
        var source = Source(ours);
        return Screen.Run(new ScreeningInput(source, SomeSource.Source(source), Some.Summary("略。"), Some.Policy, [Other(theirs)]));
    }

    private static Snapshot Source(params SomeSource.Part[] parts) => SomeSource.Snapshot("Checkout down", parts);

    private static Snapshot Other(params SomeSource.Part[] parts) =>
        SomeSource.Snapshot("Checkout was down", parts) with
        {
            Id = new string('b', 64),
            ItemId = ItemIds.ForUrl("https://status.example/9-march"),
            CanonicalUrl = "https://status.example/9-march",
        };
}
