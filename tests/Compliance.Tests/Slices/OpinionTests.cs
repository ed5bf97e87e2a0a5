using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Slices;

[Collection(nameof(Opinions.SecondOpinionTests))]
public sealed class OpinionTests : IAsyncLifetime
{
    private const string Rule = "opinion.model";
    private const string Doubted = """{ "sentences": [{ "sentence": 1, "backed": false, "reason": "来源没有说是切换之后" }] }""";
    private ChatServer _model = null!;
    private ComplianceApp _app = null!;
    private ComplianceDriver _compliance = null!;

    public async ValueTask InitializeAsync()
    {
        _model = await ChatServer.StartAsync();
        _model.Otherwise = _ => Doubted;
        _app = await ComplianceApp.StartAsync(("Opinion:Endpoint", _model.Endpoint.ToString()), ("Opinion:Model", "small"));
        _compliance = new ComplianceDriver(_app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _model.DisposeAsync();
    }

    [Fact]
    public async Task A_doubt_goes_to_review_with_the_screening_and_every_replay_finds_the_same_without_asking_again()
    {
        var screened = await _compliance.ScreenAsync(ComplianceDriver.Honest);
        screened.Verdict.ShouldBe(Verdict.NeedsVerify);
        Doubts(screened).ShouldHaveSingleItem().Message.ShouldContain("来源没有说是切换之后");

        var (yaml, _) = await _compliance.PolicyAsync();
        var flip = (await _compliance.PreviewAsync(ComplianceDriver.With(yaml, Rule, "note"))).First(line => line.Event == "flip").Line[
            "flip"
        ]!;
        ((string)flip["to"]!, (string)flip["appeared"]![0]!["rule"]!).ShouldBe(("Pass", Rule));

        await _compliance.SetRuleAsync(Rule, "note");
        await _compliance.RescreenAsync(new { scope = "Listed", candidates = new[] { screened.CandidateId } });
        var again = (await _app.ScreenedAsync(screened.CandidateId, 2))[1];
        (again.Verdict, Doubts(again).Single().Severity).ShouldBe((Verdict.Pass, Severity.Note));
        _model.Requests.Count.ShouldBe(1);
        var spent = (await _compliance.GetAsync("/api/spending")).AsArray().ShouldHaveSingleItem()!;
        ((string)spent["model"]!, (int)spent["answers"]!, (long)spent["inputTokens"]!).ShouldBe(("small", 1, 100));
    }

    [Fact]
    public async Task Of_what_the_rules_block_nobody_is_asked_and_a_model_that_fails_holds_nothing_up()
    {
        (await _compliance.ScreenAsync("ledger 的 token：ghp_" + new string('a', 36) + "。")).Verdict.ShouldBe(Verdict.Blocked);
        _model.Requests.ShouldBeEmpty();

        _model.Fails(500);
        var screened = await _compliance.ScreenAsync(ComplianceDriver.Honest);

        screened.Verdict.ShouldBe(Verdict.Pass);
        Doubts(screened).ShouldBeEmpty();
        _model.Requests.Count.ShouldBe(1);
    }

    private static List<Finding> Doubts(ItemScreened screened) => [.. screened.Findings.Where(finding => finding.Rule == Rule)];
}
