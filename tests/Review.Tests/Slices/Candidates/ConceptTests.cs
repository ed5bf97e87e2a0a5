using System.Net;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Candidates;

[Collection(SliceCollection.Name)]
public sealed class ConceptTests(ReviewFixture fixture)
{
    private readonly Desk _desk = new(fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_corrected_concept_is_what_is_approved_and_published_and_the_correction_is_kept()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        var before = await _desk.CandidateAsync(1);

        var corrected = await CorrectAsync("cache", before.ETag).ReadAsync<CandidateView>();

        (corrected.Concept.Name, corrected.ConceptCorrected).ShouldBe(("缓存", true));
        corrected.ContentHash.ShouldNotBe(before.ContentHash);
        (await _desk.HistoryAsync(1))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                entry => entry.Action.ShouldBe(HistoryAction.Reclassified),
                entry => entry.TextBefore.ShouldBe("pool 连接池"),
                entry => entry.TextAfter.ShouldBe("cache 缓存")
            );
        (await _desk.DecideAsync(1, Choice.Approve)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await _desk.ReleaseAsync();
        var approved = await fixture.App.Neighbours.Messages.ReceivedAsync<ItemApproved>(message => message.CandidateId == _desk.IdOf(1));
        approved.Content.Concept.Key.ShouldBe("cache");
        approved.ContentHash.ShouldBe(corrected.ContentHash);
        (await (await CorrectAsync("none", "*")).CodeAsync()).ShouldBe("decide.released");
    }

    [Fact]
    public async Task An_approval_falls_with_the_concept_it_was_given_on_and_no_undo_brings_it_back()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await _desk.DecideAsync(1, Choice.Approve);

        await CorrectAsync("none", await _desk.TagOfAsync(1)).ReadAsync<CandidateView>();

        (await _desk.CandidateAsync(1)).ShouldSatisfyAllConditions(
            candidate => candidate.Decision.ShouldBeNull(),
            candidate => candidate.Concept.Key.ShouldBe(Concept.NoneKey)
        );
        (await _desk.Reviewer.SendAsync("POST", $"{_desk.Pack}/undo")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_later_screening_does_not_bring_the_former_concept_back()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await CorrectAsync("cache", "*").ReadAsync<CandidateView>();

        await fixture.App.SendAsync(_desk.ScreeningOf(1) with { PolicyVersion = "p2", ScreenedAt = TimeProvider.System.GetUtcNow() });

        (await Eventually.GetAsync(() => _desk.CandidateAsync(1), candidate => candidate.PolicyVersion == "p2")).Concept.Key.ShouldBe(
            "cache"
        );
    }

    [Fact]
    public async Task The_same_concept_again_changes_nothing()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await CorrectAsync("cache", "*").ReadAsync<CandidateView>();
        await _desk.DecideAsync(1, Choice.Approve);

        await CorrectAsync("cache", "*").ReadAsync<CandidateView>();

        (await _desk.CandidateAsync(1)).Decision.ShouldBe(Choice.Approve);
        (await _desk.HistoryAsync(1)).Count(entry => entry.Action == HistoryAction.Reclassified).ShouldBe(1);
    }

    [Fact]
    public async Task Unknown_concepts_old_versions_and_viewers_are_refused()
    {
        await _desk.PackOfAsync(Verdict.Pass);

        var unknown = await CorrectAsync("astrology", "*");
        (unknown.StatusCode, await unknown.CodeAsync()).ShouldBe((HttpStatusCode.UnprocessableEntity, "concept.unknown"));
        (await CorrectAsync("cache", null)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await CorrectAsync("cache", "\"99\"")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await fixture.App.ClientOf("viewer").SendAsync("PUT", Address, new ConceptRequest("cache"), tag: "*")).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await _desk.CandidateAsync(1)).Concept.Key.ShouldBe("pool");
    }

    [Fact]
    public async Task The_page_corrects_by_the_list_and_by_the_button_that_none_fits()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        using var page = await PageSession.SignInAsync(fixture.App, "reviewer");
        var html = WebUtility.HtmlDecode(await (await page.GetAsync($"/packs/{_desk.Date:yyyy-MM-dd}")).Content.ReadAsStringAsync(Cancel));
        html.ShouldContain("<option value=\"cache\">缓存</option>");
        var target = $"/candidates/{_desk.IdOf(1)}/concept";

        var chosen = await page.PostAsync(target, ("key", "cache"), ("version", await _desk.TagOfAsync(1)));
        (await _desk.CandidateAsync(1)).Concept.Key.ShouldBe("cache");
        await page.PostAsync(target, ("key", "cache"), ("none", "true"), ("version", await _desk.TagOfAsync(1)));
        var stale = await page.PostAsync(target, ("key", "cache"), ("version", "\"1\""));

        chosen.Headers.Location!.ToString().ShouldBe($"/packs/{_desk.Date:yyyy-MM-dd}#c1");
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await _desk.CandidateAsync(1)).Concept.Name.ShouldBe("无合适概念");
        (await _desk.HistoryAsync(1)).Select(entry => entry.Via).ShouldBe(["page", "page"]);
    }

    private string Address => $"/api/candidates/{_desk.IdOf(1)}/concept";

    private Task<HttpResponseMessage> CorrectAsync(string concept, string? tag) =>
        _desk.Reviewer.SendAsync("PUT", Address, new ConceptRequest(concept), tag: tag);
}
