using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NewsEducator.Contracts;
using NewsEducator.Testing;
using Refit;

namespace NewsEducator.Compliance.Tests.Slices;

public sealed class DriftTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly (string Key, string Value)[] Impatient =
    [
        ("Drift:FirstLook", "00:00:00"),
        ("Drift:Check", "00:00:00.200"),
        ("Drift:TryAgainAfter", "00:00:00"),
        ("Drift:WatchFor", "00:05:00"),
    ];

    private ComplianceApp _app = null!;
    private ComplianceDriver _compliance = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ComplianceApp.StartAsync(Impatient);
        _compliance = new ComplianceDriver(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_published_sentence_that_lost_its_evidence_is_found_with_both_places_and_a_correction()
    {
        var published = await PublishedAsync(ComplianceDriver.Honest + "P99 从 18 毫秒升到 21 毫秒。");
        var changed = ComplianceDriver.Thread(published.Source.CanonicalUrl, text => text.Replace("1,284", "1,248"));
        _app.Neighbours.Serve(changed);

        await RevisitedAsync(published, look => look with { SnapshotId = changed.Id });

        var lost = (
            await _app.Neighbours.Messages.ReceivedAsync<EvidenceLost>(message => message.CandidateId == published.CandidateId, 1)
        ).ShouldHaveSingleItem();
        lost.Lost.ShouldHaveSingleItem().Sentence.ShouldBe(ComplianceDriver.Honest);
        lost.Lost[0].Was!.Text.ShouldContain("1,284");
        lost.Lost[0].Now!.Text.ShouldContain("1,248");
        lost.Proposal.ShouldBe("P99 从 18 毫秒升到 21 毫秒。");
        (lost.SnapshotId, lost.NewSnapshotId).ShouldBe((published.Source.SnapshotId, changed.Id));
        ((string)(await FoundAsync(published)).ShouldHaveSingleItem()!["proposal"]!).ShouldBe(lost.Proposal);
    }

    [Fact]
    public async Task What_says_the_same_or_more_is_no_finding_and_what_was_found_is_found_once()
    {
        var published = await PublishedAsync(ComplianceDriver.Honest);
        await RevisitedAsync(published, look => look with { SnapshotId = published.Source.SnapshotId });
        foreach (var word in new[] { "mainly", "mostly" })
        {
            var changed = ComplianceDriver.Thread(published.Source.CanonicalUrl, text => text.Replace("1,284", "1,248")[..^6] + word);
            _app.Neighbours.Serve(changed);
            await RevisitedAsync(published, look => look with { SnapshotId = changed.Id });
        }

        await Eventually.GetAsync(() => FoundAsync(published), found => found.Count > 0, "a finding");
        (
            await _app.Neighbours.Messages.ReceivedAsync<EvidenceLost>(message => message.CandidateId == published.CandidateId, 1)
        ).ShouldHaveSingleItem();
        (await FoundAsync(published)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_source_is_gone_once_two_looks_in_a_row_did_not_find_it()
    {
        var published = await PublishedAsync(ComplianceDriver.Honest);

        await RevisitedAsync(published, look => look with { Fault = "404", ComesAgain = true });
        await RevisitedAsync(published, look => look with { Fault = "404" });
        (
            await _app.Neighbours.Messages.ReceivedAsync<EvidenceLost>(message => message.CandidateId == published.CandidateId, 0)
        ).ShouldBeEmpty();
        await RevisitedAsync(published, look => look with { Fault = "404" });

        var lost = (
            await _app.Neighbours.Messages.ReceivedAsync<EvidenceLost>(message => message.CandidateId == published.CandidateId, 1)
        ).ShouldHaveSingleItem();
        (lost.NewSnapshotId, lost.Proposal).ShouldBe((null, null));
        lost.Lost.ShouldHaveSingleItem().Now.ShouldBeNull();
        ((string)(await FoundAsync(published))[0]!["message"]!).ShouldContain("打不开");
    }

    [Fact]
    public async Task Looks_that_the_host_did_not_answer_never_add_up_to_a_source_that_is_gone()
    {
        var (published, sentinel) = (await PublishedAsync(ComplianceDriver.Honest), await PublishedAsync(ComplianceDriver.Honest));
        foreach (var fault in new[] { "403", "451", "captcha", "503", "robots.txt could not be read: 500" })
        {
            await RevisitedAsync(published, look => look with { Fault = fault, ComesAgain = true });
        }

        await RevisitedAsync(sentinel, look => look with { Fault = "404" });
        await RevisitedAsync(sentinel, look => look with { Fault = "404" });
        await _app.Neighbours.Messages.ReceivedAsync<EvidenceLost>(message => message.CandidateId == sentinel.CandidateId, 1);
        (await FoundAsync(published)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_its_source_took_back_is_proposed_for_correction_without_waiting_for_a_look()
    {
        var published = await PublishedAsync(ComplianceDriver.Honest);
        await RevisitedAsync(published, look => look with { SnapshotId = published.Source.SnapshotId });
        var withdrawn = new ItemWithdrawn
        {
            ItemId = published.Source.ItemId,
            Url = published.Source.CanonicalUrl,
            Detail = "安全公告已撤回",
            WithdrawnAt = TimeProvider.System.GetUtcNow(),
        };
        await _app.Neighbours.Messages.SendAsync(withdrawn);
        await _app.Neighbours.Messages.SendAsync(withdrawn with { WithdrawnAt = withdrawn.WithdrawnAt.AddSeconds(1) });

        var lost = (
            await _app.Neighbours.Messages.ReceivedAsync<EvidenceLost>(message => message.CandidateId == published.CandidateId, 1)
        ).ShouldHaveSingleItem();
        (lost.NewSnapshotId, lost.Proposal).ShouldBe((null, null));
        (await FoundAsync(published)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Review_reads_what_its_pages_show_in_the_shape_of_the_contract()
    {
        using var client = _app.ClientOf("service");
        var api = RestService.For<IComplianceApi>(client, new RefitSettings(new SystemTextJsonContentSerializer(Json)));

        (await api.ListDriftAsync(null, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        var policy = await api.GetPolicyAsync(TestContext.Current.CancellationToken);

        policy.Whitelist.ShouldContain(host => host.Host == "github.com");
        policy
            .Rules.Single(rule => rule.Id == "grounding.number")
            .ShouldSatisfyAllConditions(
                rule => rule.Severity.ShouldBe(Severity.Verify),
                rule => rule.Message.ShouldBe("来源里没有这个数字：…"),
                rule => rule.Shadow.ShouldBeFalse()
            );
    }

    private async Task<ItemScreened> PublishedAsync(string text)
    {
        var screened = await _compliance.ScreenAsync(text);
        screened.Verdict.ShouldBe(Verdict.Pass);
        await _compliance.PublishAsync(screened);
        return screened;
    }

    /// <summary>The Collector answers the next look that it is asked for.</summary>
    private async Task RevisitedAsync(ItemScreened published, Func<ItemRevisited, ItemRevisited> answer)
    {
        var look = _looks.GetValueOrDefault(published.CandidateId) + 1;
        _looks[published.CandidateId] = look;
        var asked = await _app.Neighbours.Messages.ReceivedAsync<RevisitRequested>(
            message => message.CandidateId == published.CandidateId && message.Look == look,
            1
        );
        asked.ShouldHaveSingleItem().Url.ShouldBe(published.Source.CanonicalUrl);
        await _app.Neighbours.Messages.SendAsync(
            answer(
                new ItemRevisited
                {
                    CandidateId = published.CandidateId,
                    Look = look,
                    RevisitedAt = TimeProvider.System.GetUtcNow(),
                }
            )
        );
    }

    private readonly Dictionary<Guid, int> _looks = [];

    private async Task<JsonArray> FoundAsync(ItemScreened published) =>
        new([
            .. (await _compliance.GetAsync("/api/drift"))
                .AsArray()
                .Where(each => (Guid)each!["candidateId"]! == published.CandidateId)
                .Select(each => each!.DeepClone()),
        ]);
}
