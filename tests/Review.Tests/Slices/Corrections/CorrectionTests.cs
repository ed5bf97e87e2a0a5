using System.Net;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Corrections;

[Collection(SliceCollection.Name)]
public sealed class CorrectionTests(ReviewFixture fixture)
{
    private const string Right = "P99 rose to 90s.";

    private readonly Desk _desk = new(fixture.App);
    private readonly PublishedDesk _published = new(fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_source_is_corrected_screened_approved_signed_and_applied()
    {
        await _published.PublishAsync(_desk, 1);
        await fixture.App.SendAsync(PublishedDesk.Lost(_desk, Right));
        var found = await _published.OpenAsync(_desk);
        (found.Origin, found.State, found.Proposal).ShouldBe((CorrectionOrigin.SourceChanged, CorrectionState.Open, Right));

        var proposed = await PublishedDesk.ProposeAsync(_desk, found, Right);
        var sent = await fixture.App.Neighbours.Messages.ReceivedAsync<CandidateEdited>(message =>
            message.CandidateId == proposed.Draft!.Id
        );
        (sent.Source.SnapshotId, sent.Summary.Text).ShouldBe((PublishedDesk.NewSnapshot, Right));
        (await ApproveAsync(proposed)).StatusCode.ShouldBe(HttpStatusCode.Conflict, "nothing unscreened is approved");

        var screened = await _published.ScreenAsync(sent);
        screened.Draft!.Verdict.ShouldBe(Verdict.Pass);
        (await ApproveAsync(screened, "\"1\"")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var approved = await ApproveAsync(screened).ReadAsync();

        approved.State.ShouldBe(CorrectionState.Sent);
        var message = await fixture.App.Neighbours.Messages.ReceivedAsync<CorrectionApproved>(each => each.CorrectionId == found.Id);
        (message.Content.Summary, message.Content.SnapshotId, message.ApprovedBy, message.Reason).ShouldBe(
            (Right, PublishedDesk.NewSnapshot, "the reviewer", "数字少了一个零")
        );
        message.ContentHash.ShouldBe(ContentHash.Of(message.Content));
        message.Replaces.ShouldBe((await _desk.CandidateAsync(1)).ContentHash);
        TestSigning.Accepts(SignedText.Of(message), message.Signature).ShouldBeTrue();

        await fixture.App.SendAsync(PublishedDesk.Revised(message));
        var ended = await _published.EndedAsync(found.Id);
        (ended.State, ended.Draft!.State).ShouldBe((CorrectionState.Applied, CandidateState.Corrected));
        var history = await _desk.HistoryAsync(1);
        history.Select(entry => entry.Action).TakeLast(2).ShouldBe([HistoryAction.CorrectionProposed, HistoryAction.Corrected]);

        await fixture.App.SendAsync(PublishedDesk.Lost(_desk, null) with { NewSnapshotId = null, FoundAt = DateTimeOffset.UnixEpoch });
        var again = await _published.OpenAsync(_desk);
        (await PublishedDesk.ProposeAsync(_desk, again, "P99 rose.")).Diff.ShouldContain(
            part => part.Kind == DiffKind.Removed && part.Text.Contains("90s"),
            "the next correction begins at what is published now"
        );
    }

    [Fact]
    public async Task What_could_not_be_applied_is_open_again_and_says_why()
    {
        var (found, message) = await ApprovedAsync();

        await fixture.App.SendAsync(
            PublishedDesk.Revised(message) with
            {
                Refusal = "another text was published meanwhile",
                Content = null,
            }
        );

        var open = await Eventually.GetAsync(() => _published.GetAsync(found.Id), each => each.State == CorrectionState.Open);
        (open.Refusal, open.Draft).ShouldBe(("another text was published meanwhile", null));
    }

    [Fact]
    public async Task A_reader_and_a_reviewer_report_and_a_report_is_dismissed_with_a_reason()
    {
        await _published.PublishAsync(_desk, 1);
        var report = new ErrorReported
        {
            ReportId = Guid.NewGuid(),
            ItemId = ItemIds.ForUrl(_desk.UrlOf(1)),
            CandidateId = _desk.IdOf(1),
            Sentence = "P99 rose to 9s.",
            Text = "It was 90s.\u0000",
            ReportedAt = DateTimeOffset.UnixEpoch,
        };
        await fixture.App.SendAsync(report);
        var reported = await _published.OpenAsync(_desk);
        (reported.Id, reported.Origin, reported.Sentence, reported.Note).ShouldBe(
            (report.ReportId, CorrectionOrigin.Reader, "P99 rose to 9s.", "It was 90s.")
        );

        var own = await _desk
            .Reviewer.SendAsync("POST", "/api/corrections", new FindingRequest(_desk.IdOf(1), "the title is wrong"))
            .ReadAsync<CorrectionView>();
        (own.Origin, own.By).ShouldBe((CorrectionOrigin.Reviewer, "the reviewer"));
        var dismissal = $"/api/corrections/{reported.Id}/dismissal";
        (await _desk.Reviewer.SendAsync("POST", dismissal, new DismissalRequest(" "), tag: reported.ETag)).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await _desk.Reviewer.SendAsync("POST", dismissal, new DismissalRequest("it was 9s"))).StatusCode.ShouldBe((HttpStatusCode)428);

        var ended = await _desk
            .Reviewer.SendAsync("POST", dismissal, new DismissalRequest("it was 9s"), tag: reported.ETag)
            .ReadAsync<CorrectionView>();

        (ended.State, ended.DismissedBecause, ended.EndedBy).ShouldBe((CorrectionState.Dismissed, "it was 9s", "the reviewer"));
        (await _desk.Reviewer.SendAsync("POST", dismissal, new DismissalRequest("again"), tag: ended.ETag)).StatusCode.ShouldBe(
            HttpStatusCode.Conflict
        );
        var unpublished = new Desk(fixture.App);
        await unpublished.PackOfAsync(Verdict.Pass);
        var refused = await _desk.Reviewer.SendAsync("POST", "/api/corrections", new FindingRequest(unpublished.IdOf(1), "x"));
        (await refused.CodeAsync()).ShouldBe("correction.unpublished");
    }

    [Fact]
    public async Task Two_people_approve_and_two_editors_withdraw_where_that_was_asked_for()
    {
        await _published.PublishAsync(_desk, 2);
        await fixture.App.SendAsync(PublishedDesk.Lost(_desk, Right));
        var proposed = await PublishedDesk.ProposeAsync(_desk, await _published.OpenAsync(_desk), Right, needsSecond: true);
        var screened = await _published.ScreenAsync(
            await fixture.App.Neighbours.Messages.ReceivedAsync<CandidateEdited>(message => message.CandidateId == proposed.Draft!.Id)
        );

        var first = await ApproveAsync(screened).ReadAsync();
        (first.State, first.Draft!.FourEyes!.Given).ShouldBe((CorrectionState.Proposed, 1));
        (await ApproveAsync(first).ReadAsync()).State.ShouldBe(CorrectionState.Proposed, "the same person twice is one");
        var latest = await _published.GetAsync(first.Id);
        (
            await _desk.Editor.SendAsync("POST", Approval(latest), new ApprovalRequest(), tag: latest.ETag).ReadAsync<CorrectionView>()
        ).State.ShouldBe(CorrectionState.Sent);
        (
            await fixture.App.Neighbours.Messages.ReceivedAsync<CorrectionApproved>(each => each.CorrectionId == first.Id)
        ).ApprovedBy.ShouldBe("the reviewer, the editor");

        var other = await _desk
            .Reviewer.SendAsync("POST", "/api/corrections", new FindingRequest(_desk.IdOf(2), "a rumour"))
            .ReadAsync<CorrectionView>();
        var address = $"/api/corrections/{other.Id}/withdrawal";
        var request = new WithdrawalRequest("Retraction", "谣言", NeedsSecond: true);
        (await _desk.Reviewer.SendAsync("POST", address, request, tag: other.ETag)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var asked = await _desk.Editor.SendAsync("POST", address, request, tag: other.ETag).ReadAsync<CorrectionView>();
        asked.State.ShouldBe(CorrectionState.AwaitsSecond);
        var self = await _desk.Editor.SendAsync("POST", $"{address}/confirmation", tag: asked.ETag);
        (await self.CodeAsync()).ShouldBe("correction.second-self");
        await fixture.App.DeliveredAsync();
        fixture.App.Neighbours.Messages.Received<WithdrawalApproved>().ShouldNotContain(message => message.CorrectionId == other.Id);

        await fixture.App.ClientOf("operator").SendAsync("POST", $"{address}/confirmation", tag: asked.ETag).ReadAsync<CorrectionView>();
        var withdrawn = await fixture.App.Neighbours.Messages.ReceivedAsync<WithdrawalApproved>(message =>
            message.CorrectionId == other.Id
        );
        (withdrawn.ItemId, withdrawn.Kind, withdrawn.Reason, withdrawn.ApprovedBy).ShouldBe(
            (other.ItemId, "Retraction", "谣言", "the editor, the operator")
        );
        TestSigning.Accepts(SignedText.Of(withdrawn), withdrawn.Signature).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_withdrawn_ends_every_entry_of_the_item_and_takes_no_new_one()
    {
        await _published.PublishAsync(_desk, 1);
        await fixture.App.SendAsync(PublishedDesk.Lost(_desk, Right));
        var found = await _published.OpenAsync(_desk);
        var proposed = await PublishedDesk.ProposeAsync(_desk, found, Right);

        await fixture.App.SendAsync(
            new ItemRevised
            {
                ItemId = found.ItemId,
                CandidateId = found.CandidateId,
                Revision = 2,
                WithdrawnAs = "Retraction",
                Reason = "数字有误",
                By = "ed",
                RevisedAt = DateTimeOffset.UnixEpoch,
            }
        );

        var ended = await _published.EndedAsync(found.Id);
        (ended.State, ended.EndedBy).ShouldBe((CorrectionState.Withdrawn, "ed"));
        (await _desk.Editor.GetAsync<CandidateView>($"/api/candidates/{proposed.Draft!.Id}")).State.ShouldBe(CandidateState.Skipped);
        var refused = await _desk.Reviewer.SendAsync("POST", "/api/corrections", new FindingRequest(_desk.IdOf(1), "late"));
        (await refused.CodeAsync()).ShouldBe("correction.unpublished");
    }

    [Fact]
    public async Task A_withdrawn_advisory_is_one_entry_with_what_lost_its_evidence()
    {
        await _published.PublishAsync(_desk, 1);
        await fixture.App.SendAsync(
            new ItemWithdrawn
            {
                ItemId = ItemIds.ForUrl(_desk.UrlOf(1)),
                Url = _desk.UrlOf(1),
                Detail = "公告已撤回",
                WithdrawnAt = DateTimeOffset.UnixEpoch,
            }
        );
        await _published.OpenAsync(_desk);
        await fixture.App.SendAsync(PublishedDesk.Lost(_desk, null) with { NewSnapshotId = null });

        var one = await Eventually.GetAsync(() => _published.OpenAsync(_desk), each => each.Lost.Count > 0);
        (one.Origin, one.Note, one.Proposal).ShouldBe((CorrectionOrigin.SourceWithdrawn, "公告已撤回", null));
        (await _published.ListAsync()).Count(each => each.CandidateId == _desk.IdOf(1)).ShouldBe(1);
    }

    [Fact]
    public async Task On_the_page_the_suggestion_is_taken_the_text_edited_and_approved()
    {
        await _published.PublishAsync(_desk, 1);
        await fixture.App.SendAsync(PublishedDesk.Lost(_desk, Right));
        var found = await _published.OpenAsync(_desk);
        using var editor = await PageSession.SignInAsync(fixture.App, "editor");
        (await ReadAsync(editor)).ShouldContain($"id=\"k{found.Id:N}\"");

        await PostAsync(editor, found, "decide", ("choice", "approve"));
        var taken = await _published.GetAsync(found.Id);
        (taken.State, taken.Draft!.Summary, taken.Reason).ShouldBe(
            (CorrectionState.Proposed, Right, "来源已变动，删去了不再有依据的句子。")
        );

        var texts = new (string, string)[] { ("title", "Pool emptied"), ("summary", Right), ("reason", "数字少了一个零") };
        await PostAsync(editor, taken, "draft", texts);
        var edited = await _published.GetAsync(found.Id);
        (edited.Draft!.Title, edited.Reason).ShouldBe(("Pool emptied", "数字少了一个零"));
        var sent = await fixture.App.Neighbours.Messages.ReceivedAsync<CandidateEdited>(message =>
            message.CandidateId == edited.Draft!.Id && message.Revision == 2
        );
        var screened = await _published.ScreenAsync(sent);
        var page = await ReadAsync(editor);
        page.ShouldContain("<del>");
        (await PostAsync(editor, edited, "decide", ("choice", "approve"))).StatusCode.ShouldBe(HttpStatusCode.Conflict, "it is stale");

        await PostAsync(editor, screened, "decide", ("choice", "approve"));

        (await _published.GetAsync(found.Id)).State.ShouldBe(CorrectionState.Sent);
        using var viewer = await PageSession.SignInAsync(fixture.App, "viewer");
        (await ReadAsync(viewer)).ShouldNotContain($"/corrections/{found.Id}/decide");
        (await PostAsync(viewer, screened, "decide", ("choice", "skip"))).Headers.Location!.OriginalString.ShouldContain("/signin");
    }

    private async Task<(CorrectionView Found, CorrectionApproved Message)> ApprovedAsync()
    {
        await _published.PublishAsync(_desk, 1);
        await fixture.App.SendAsync(PublishedDesk.Lost(_desk, Right));
        var proposed = await PublishedDesk.ProposeAsync(_desk, await _published.OpenAsync(_desk), Right);
        var screened = await _published.ScreenAsync(
            await fixture.App.Neighbours.Messages.ReceivedAsync<CandidateEdited>(message => message.CandidateId == proposed.Draft!.Id)
        );
        await ApproveAsync(screened).ReadAsync();
        return (
            screened,
            await fixture.App.Neighbours.Messages.ReceivedAsync<CorrectionApproved>(each => each.CorrectionId == screened.Id)
        );
    }

    private static string Approval(CorrectionView correction) => $"/api/corrections/{correction.Id}/approval";

    private Task<HttpResponseMessage> ApproveAsync(CorrectionView correction, string? tag = null) =>
        _desk.Reviewer.SendAsync("POST", Approval(correction), new ApprovalRequest(), tag: tag ?? correction.ETag);

    private static async Task<string> ReadAsync(PageSession page) =>
        WebUtility.HtmlDecode(await (await page.GetAsync("/corrections")).Content.ReadAsStringAsync(Cancel));

    private static Task<HttpResponseMessage> PostAsync(
        PageSession page,
        CorrectionView correction,
        string what,
        params (string Name, string Value)[] fields
    ) => page.PostAsync($"/corrections/{correction.Id}/{what}", [.. fields, ("version", correction.ETag)]);
}

internal static class CorrectionAnswers
{
    public static Task<CorrectionView> ReadAsync(this Task<HttpResponseMessage> answer) => answer.ReadAsync<CorrectionView>();
}
