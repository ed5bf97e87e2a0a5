using NewsEducator.Compliance.Policies;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Screenings;

public sealed class ShadowTests
{
    private static readonly Snapshot Thread = SomeSource.Snapshot(
        "Connection pool never drained in gateway 5.4.0",
        SomeSource.Body(
            "Each of our 14 pods hits the limit of 65,536 file descriptors after about 6 hours, because idle connections are never closed."
        ),
        SomeSource.Answer("Fixed in 5.4.1.")
    );

    private static readonly SummaryContent False = Some.Summary(
        "gateway 5.4.0 的 99 个 pod 约 6 小时后达到 65,536 个文件描述符的上限。",
        "gateway 5.4.0 连接池耗尽"
    );

    [Fact]
    public void What_a_rule_in_the_shadow_finds_changes_nothing_and_is_recorded_with_what_it_would_change()
    {
        var outcome = Some.Screened(Thread, False, policy: With("grounding.number: shadow block"));

        outcome.Verdict.ShouldBe(Verdict.Pass);
        outcome.Findings.ShouldNotContain(finding => finding.Rule == "grounding.number");
        var hit = outcome.Shadow.ShouldHaveSingleItem();
        hit.Rule.ShouldBe("grounding.number");
        hit.WouldBe.ShouldBe(Verdict.Blocked);
        hit.Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);
    }

    [Fact]
    public void A_note_in_the_shadow_would_change_nothing_either()
    {
        Some.Screened(Thread, False, policy: With("grounding.number: shadow note"))
            .Shadow.ShouldHaveSingleItem()
            .WouldBe.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public void Out_of_the_shadow_it_counts()
    {
        var outcome = Some.Screened(Thread, False, policy: With("grounding.number: block"));

        outcome.Verdict.ShouldBe(Verdict.Blocked);
        outcome.Shadow.ShouldBeEmpty();
    }

    private static Policy With(string rule) => PolicyFile.Parse($"whitelist: [{{ host: github.com }}]\nrules:\n  {rule}\n");
}
