using System.Text.Json.Nodes;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Tests.Slices;

public sealed class ShadowTests(ComplianceFixture fixture) : IClassFixture<ComplianceFixture>
{
    private readonly ComplianceDriver _compliance = new(fixture.App);

    [Fact]
    public async Task The_reviewer_sees_nothing_of_a_rule_in_the_shadow_and_its_report_counts_what_it_would_change()
    {
        await _compliance.SetRuleAsync("grounding.number", "shadow verify");

        var unchanged = await _compliance.ScreenAsync(ComplianceDriver.Honest);
        var changed = await _compliance.ScreenAsync(ComplianceDriver.False);

        changed.Verdict.ShouldBe(Verdict.Pass);
        changed.Findings.ShouldNotContain(finding => finding.Rule == "grounding.number");
        unchanged.Verdict.ShouldBe(Verdict.Pass);
        var report = await _compliance.GetAsync("/api/policy/shadow");
        ((int)report["screenings"]!).ShouldBe(2);
        var rule = report["rules"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)rule["rule"]!, (bool)rule["inShadow"]!, (int)rule["found"]!, (int)rule["wouldChange"]!).ShouldBe(
            ("grounding.number", true, 1, 1)
        );
        var example = rule["examples"]!.AsArray().ShouldHaveSingleItem()!;
        ((Guid)example["candidateId"]!, (string)example["verdict"]!, (string)example["wouldBe"]!).ShouldBe(
            (changed.CandidateId, "Pass", "NeedsVerify")
        );
        ((string)example["findings"]![0]!["rule"]!).ShouldBe("grounding.number");
    }
}
