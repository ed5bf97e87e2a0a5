using System.Net;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Tests.Slices;

public sealed class ScreenItemTests(ComplianceFixture fixture) : IClassFixture<ComplianceFixture>
{
    private readonly ComplianceApp _app = fixture.App;
    private readonly ComplianceDriver _compliance = new(fixture.App);

    [Fact]
    public async Task A_summary_is_screened_once_and_the_screening_can_be_read()
    {
        var source = _compliance.Serve("https://github.com/northwind-labs/ledger/issues/412");
        var summarized = ComplianceDriver.Summarized(source, ComplianceDriver.Honest);

        await _app.Neighbours.Messages.SendAsync(summarized);
        await _app.Neighbours.Messages.SendAsync(summarized);

        var screened = (await _app.ScreenedAsync(source.ItemId, 1)).ShouldHaveSingleItem();
        screened.Verdict.ShouldBe(Verdict.Pass);
        screened.PolicyVersion.ShouldBe(Some.Policy.Version);
        screened.Sentences.Single().State.ShouldNotBe(SentenceState.Contradicted);
        var read = await _compliance.GetAsync($"/api/screenings/{source.ItemId}");
        read[0]!["verdict"]!.GetValue<string>().ShouldBe("Pass");
        read[0]!["sentences"]![0]!["text"]!.GetValue<string>().ShouldBe(ComplianceDriver.Honest);
    }

    [Fact]
    public async Task An_edit_is_screened_by_the_same_rules_and_listed_first()
    {
        var source = _compliance.Serve("https://github.com/northwind-labs/ledger/issues/413");
        await _app.Neighbours.Messages.SendAsync(ComplianceDriver.Summarized(source, ComplianceDriver.Honest));
        await _app.ScreenedAsync(source.ItemId, 1);

        await _app.Neighbours.Messages.SendAsync(
            new CandidateEdited
            {
                CandidateId = source.ItemId,
                Source = source,
                Summary = Some.Summary(ComplianceDriver.False),
                Revision = 2,
                EditedBy = "ann",
            }
        );

        var screened = (await _app.ScreenedAsync(source.ItemId, 2)).Single(message => message.Revision == 2);
        screened.Engine.ShouldBe("edited");
        screened.Verdict.ShouldBe(Verdict.NeedsVerify);
        screened.Findings.ShouldHaveSingleItem().Rule.ShouldBe("grounding.number");
        (await _compliance.GetAsync($"/api/screenings/{source.ItemId}"))
            .AsArray()
            .Select(each => each!["revision"]!.GetValue<int>())
            .ShouldBe([2, 1]);
    }

    [Fact]
    public async Task What_was_never_screened_is_not_found()
    {
        (
            await _app.ClientOf("viewer")
                .GetAsync(new Uri($"/api/screenings/{Guid.Empty}", UriKind.Relative), TestContext.Current.CancellationToken)
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
