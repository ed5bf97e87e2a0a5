using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Corrections;

/// <summary>A broker that lost what Review told the Publisher of a correction.</summary>
[Collection(SliceCollection.Name)]
public sealed class LostCorrectionTests : IAsyncLifetime
{
    private readonly WebApplication _publisher = LoopbackHttp.New();
    private readonly ConcurrentDictionary<Guid, bool> _lost = new();
    private ReviewApp _app = null!;
    private Desk _desk = null!;
    private PublishedDesk _published = null!;

    public async ValueTask InitializeAsync()
    {
        _publisher.MapPost("/api/reconcile/releases", () => new { missing = Array.Empty<Guid>() });
        _publisher.MapPost(
            "/api/reconcile/corrections",
            (Question question) => new { missing = question.Ids.Where(id => _lost.TryRemove(id, out _)) }
        );
        await _publisher.StartAsync(TestContext.Current.CancellationToken);
        _app = await ReviewApp.StartAsync(
            ("services:publisher:http:0", _publisher.Urls.Single()),
            ("ServiceDefaults:Reconcile:Interval", "00:00:00.200"),
            ("ServiceDefaults:Reconcile:Pause", "00:00:00.500")
        );
        (_desk, _published) = (new Desk(_app), new PublishedDesk(_app));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _publisher.DisposeAsync();
    }

    [Fact]
    public async Task A_corrected_text_is_signed_and_sent_again_until_the_Publisher_answers()
    {
        await _published.PublishAsync(_desk, 1);
        await _app.SendAsync(PublishedDesk.Lost(_desk, null));
        var proposed = await PublishedDesk.ProposeAsync(_desk, await _published.OpenAsync(_desk), "P99 rose to 90s.");
        var screened = await _published.ScreenAsync(
            await _app.Neighbours.Messages.ReceivedAsync<CandidateEdited>(message => message.CandidateId == proposed.Draft!.Id)
        );
        await _desk.Reviewer.SendAsync("POST", $"/api/corrections/{screened.Id}/approval", new ApprovalRequest(), tag: screened.ETag);
        var first = await _app.Neighbours.Messages.ReceivedAsync<CorrectionApproved>(message => message.SentAgainAt is null);

        _lost[screened.Id] = true;

        var again = await _app.Neighbours.Messages.ReceivedAsync<CorrectionApproved>(message => message.SentAgainAt is not null);
        again.NaturalKey.ShouldNotBe(first.NaturalKey, "an inbox that has the first one takes it");
        (again.ContentHash, again.Replaces, again.ApprovedBy).ShouldBe((first.ContentHash, first.Replaces, first.ApprovedBy));
        again.ApprovedAt.ShouldBe(first.ApprovedAt, TimeSpan.FromMilliseconds(1));
        TestSigning.Accepts(SignedText.Of(again), again.Signature).ShouldBeTrue();

        await _app.SendAsync(PublishedDesk.Revised(again));
        (await _published.EndedAsync(screened.Id)).State.ShouldBe(CorrectionState.Applied);
    }

    [Fact]
    public async Task A_withdrawal_is_signed_and_sent_again()
    {
        await _published.PublishAsync(_desk, 1);
        var found = await _desk
            .Reviewer.SendAsync("POST", "/api/corrections", new FindingRequest(_desk.IdOf(1), "a rumour"))
            .ReadAsync<CorrectionView>();
        await _desk.Editor.SendAsync(
            "POST",
            $"/api/corrections/{found.Id}/withdrawal",
            new WithdrawalRequest("Takedown", "谣言"),
            tag: found.ETag
        );
        var first = await _app.Neighbours.Messages.ReceivedAsync<WithdrawalApproved>(message => message.SentAgainAt is null);

        _lost[found.Id] = true;

        var again = await _app.Neighbours.Messages.ReceivedAsync<WithdrawalApproved>(message => message.SentAgainAt is not null);
        again.NaturalKey.ShouldNotBe(first.NaturalKey);
        (again.Kind, again.Reason, again.ApprovedBy).ShouldBe(("Takedown", "谣言", "the editor"));
        TestSigning.Accepts(SignedText.Of(again), again.Signature).ShouldBeTrue();
    }

    private sealed record Question(IReadOnlyList<Guid> Ids);
}
