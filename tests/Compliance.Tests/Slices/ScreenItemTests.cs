using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using Shouldly;
using Xunit;

namespace NewsEducator.Compliance.Tests.Slices;

public sealed class ScreenItemTests(ComplianceFixture fixture) : IClassFixture<ComplianceFixture>
{
    private const string Honest = "ledger 2.8.3 在主库切换后，1,284 笔付款重复入账。";
    private readonly ComplianceApp _app = fixture.App;

    [Fact]
    public async Task A_summary_is_screened_once_and_the_screening_can_be_read()
    {
        var source = Serve("https://github.com/northwind-labs/ledger/issues/412");
        var summarized = Summarized(source, Honest);

        await _app.Neighbours.SendAsync(summarized);
        await _app.Neighbours.SendAsync(summarized);

        var screened = (await _app.Neighbours.ReceivedAsync(source.ItemId, 1)).ShouldHaveSingleItem();
        screened.Verdict.ShouldBe(Verdict.Pass);
        screened.PolicyVersion.ShouldBe(Some.Policy.Version);
        screened.Sentences.Single().Support.ShouldBe(Support.Supported);
        var read = await GetAsync($"/api/screenings/{source.ItemId}");
        read[0]!["verdict"]!.GetValue<string>().ShouldBe("Pass");
        read[0]!["sentences"]![0]!["text"]!.GetValue<string>().ShouldBe(Honest);
    }

    [Fact]
    public async Task An_edit_is_screened_by_the_same_rules_and_listed_first()
    {
        var source = Serve("https://github.com/northwind-labs/ledger/issues/413");
        await _app.Neighbours.SendAsync(Summarized(source, Honest));
        await _app.Neighbours.ReceivedAsync(source.ItemId, 1);

        await _app.Neighbours.SendAsync(new CandidateEdited
        {
            CandidateId = source.ItemId,
            Source = source,
            Summary = Some.Summary("ledger 2.8.3 在主库切换后，9,999 笔付款重复入账。"),
            Revision = 2,
            EditedBy = "ann",
        });

        var screened = (await _app.Neighbours.ReceivedAsync(source.ItemId, 2)).Single(message => message.Revision == 2);
        screened.Engine.ShouldBe("edited");
        screened.Verdict.ShouldBe(Verdict.NeedsVerify);
        screened.Findings.ShouldHaveSingleItem().Rule.ShouldBe("grounding.number");
        (await GetAsync($"/api/screenings/{source.ItemId}")).AsArray().Select(each => each!["revision"]!.GetValue<int>()).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task The_policy_in_force_can_be_read()
    {
        var policy = await GetAsync("/api/policy");

        policy["version"]!.GetValue<string>().ShouldBe(Some.Policy.Version);
        policy["rules"]!.AsArray().ShouldContain(rule => rule!["id"]!.GetValue<string>() == "identity.channel" && rule["severity"]!.GetValue<string>() == "Block");
    }

    [Fact]
    public async Task What_was_never_screened_is_not_found()
    {
        (await _app.ClientOf("viewer").GetAsync(new Uri($"/api/screenings/{Guid.Empty}", UriKind.Relative), TestContext.Current.CancellationToken))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<JsonNode> GetAsync(string path) =>
        (await _app.ClientOf("viewer").GetFromJsonAsync<JsonNode>(path, TestContext.Current.CancellationToken))!;

    private static ItemSummarized Summarized(SourceItem source, string text) => new()
    {
        CandidateId = source.ItemId,
        Source = source,
        Summary = Some.Summary(text, "付款重复入账"),
        Engine = "submitted",
        Revision = 1,
    };

    private SourceItem Serve(string url)
    {
        var snapshot = SampleDay.Thread("incidents/ledger-412.md") with { Id = ItemIds.ForUrl(url).ToString("N"), ItemId = ItemIds.ForUrl(url), CanonicalUrl = url, FinalUrl = url };
        _app.Neighbours.Serve(snapshot);
        return Some.Source(snapshot);
    }
}
