using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.ServiceDefaults.Signing;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Packs;

[Collection(SliceCollection.Name)]
public sealed class ReleaseTests(ReviewFixture fixture)
{
    private readonly Desk _desk = new(fixture.App);
    private readonly Neighbours _neighbours = fixture.App.Neighbours;

    [Fact]
    public async Task Released_many_times_at_once_everything_is_told_once()
    {
        await DecidedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _desk.ReleaseAsync()));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Accepted);
        (await _desk.ReleaseAsync()).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await fixture.App.DeliveredAsync();
        _neighbours.Messages.Received<PackReleased>().Count(message => message.PackDate == _desk.Date).ShouldBe(1);
        _neighbours.Messages.Received<ItemApproved>().Count(message => message.PackDate == _desk.Date).ShouldBe(1);
        _neighbours.Messages.Received<ItemSkipped>().Count(message => message.PackDate == _desk.Date).ShouldBe(1);
        _neighbours.Messages.Received<VerificationOpened>().Count(message => message.PackDate == _desk.Date).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_approved_goes_out_as_it_was_seen_and_nothing_else()
    {
        await DecidedAsync();
        var seen = await _desk.CandidateAsync(1);

        await _desk.ReleaseAsync();

        var released = await _neighbours.Messages.ReceivedAsync<PackReleased>(message => message.PackDate == _desk.Date);
        released.Approved.ShouldBe([new ReleasedItem { CandidateId = _desk.IdOf(1), ContentHash = seen.ContentHash! }]);
        (released.Skipped, released.NeedsVerify, released.Undecided).ShouldBe((1, 1, 2));
        var approved = await _neighbours.Messages.ReceivedAsync<ItemApproved>(message => message.PackDate == _desk.Date);
        (approved.CandidateId, approved.ContentHash, approved.ApprovedBy).ShouldBe(
            (_desk.IdOf(1), ContentHash.Of(approved.Content), "the reviewer")
        );
        approved.ContentHash.ShouldBe(seen.ContentHash);
        var accepted = new AcceptedKeys(
            Options.Create(new AcceptedKeysOptions { PublicKeys = { [TestSigning.KeyId] = TestSigning.Public } })
        );
        accepted.Verify(SignedText.Of(approved), approved.Signature).ShouldBeTrue();
        accepted.Verify(SignedText.Of(released), released.Signature).ShouldBeTrue();
        accepted.Verify(SignedText.Of(approved with { ApprovedBy = "mallory" }), approved.Signature).ShouldBeFalse();
        (await _desk.ReadAsync())
            .Candidates.Select(candidate => candidate.State)
            .ShouldBe([
                CandidateState.Approved,
                CandidateState.Skipped,
                CandidateState.Verification,
                CandidateState.Expired,
                CandidateState.Blocked,
            ]);
    }

    [Fact]
    public async Task What_is_released_and_not_published_is_signed_and_sent_again_as_the_service_starts()
    {
        await DecidedAsync();
        await _desk.ReleaseAsync();
        await _neighbours.Messages.ReceivedAsync<PackReleased>(message => message.PackDate == _desk.Date);

        await using var replica = fixture.App.StartReplica();

        var again = await _neighbours.Messages.ReceivedAsync<PackReleased>(message =>
            message.PackDate == _desk.Date && message.SentAgainAt is not null
        );
        again.Signature!.KeyId.ShouldBe(TestSigning.KeyId);
        (
            await _neighbours.Messages.ReceivedAsync<ItemApproved>(message =>
                message.PackDate == _desk.Date && message.SentAgainAt is not null
            )
        ).CandidateId.ShouldBe(_desk.IdOf(1));
    }

    [Fact]
    public async Task An_approval_that_compliance_lost_is_sent_again_and_counted()
    {
        using var counted = new SentAgain("compliance");
        var lost = new ConcurrentDictionary<Guid, bool>();
        await using var compliance = LoopbackHttp.New();
        compliance.MapPost(
            "/api/reconcile/approvals",
            (Question question) => new { missing = question.Ids.Where(id => lost.TryRemove(id, out _)) }
        );
        await compliance.StartAsync(TestContext.Current.CancellationToken);
        await using var app = await ReviewApp.StartAsync(
            ("services:compliance:http:0", compliance.Urls.Single()),
            ("ServiceDefaults:Reconcile:Interval", "00:00:00.200"),
            ("ServiceDefaults:Reconcile:Pause", "00:00:00.500")
        );
        var desk = new Desk(app);
        await desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        await desk.DecideAsync(1, Choice.Approve);
        await desk.DecideAsync(2, Choice.Approve);
        (await desk.ReleaseAsync()).EnsureSuccessStatusCode();
        var first = await app.Neighbours.Messages.ReceivedAsync<ItemApproved>(message => message.CandidateId == desk.IdOf(1));

        lost[desk.IdOf(1)] = true;

        var again = await app.Neighbours.Messages.ReceivedAsync<ItemApproved>(message => message.SentAgainAt is not null);
        (again.CandidateId, again.ContentHash, again.NaturalKey == first.NaturalKey).ShouldBe((desk.IdOf(1), first.ContentHash, false));
        await Eventually.GetAsync(() => Task.FromResult(counted.Count), count => count == 1, "the count");
        app.Neighbours.Messages.Received<PackReleased>().ShouldHaveSingleItem("the release itself is not");
    }

    private sealed record Question(IReadOnlyList<Guid> Ids);

    [Fact]
    public async Task Without_a_key_the_service_says_what_is_missing_and_does_not_start()
    {
        await using var app = await ReviewApp.StartAsync(("Signing:PrivateKey", ""));
        Should.Throw<OptionsValidationException>(() => app.Server).Message.ShouldContain("Signing:PrivateKey is missing");
    }

    [Fact]
    public async Task A_released_pack_is_closed_to_every_change()
    {
        await DecidedAsync();
        await _desk.ReleaseAsync();
        var (file, tag) = await _desk.FileAsync();

        (await _desk.DecideAsync(1, Choice.Skip)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await _desk.EditAsync(1, "x")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await _desk.PutFileAsync(Desk.Tick(file, 4, "approve"), tag)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var many = await _desk.Reviewer.PostAsJsonAsync(
            $"{_desk.Pack}/decisions",
            new[]
            {
                new
                {
                    number = 4,
                    decision = "approve",
                    ifMatch = "\"3\"",
                },
            },
            TestContext.Current.CancellationToken
        );
        many.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await _desk.FileAsync()).ShouldBe((file, tag));
    }

    [Fact]
    public async Task What_needs_verifying_waits_in_its_queue_with_its_questions()
    {
        await DecidedAsync();
        await _desk.ReleaseAsync();

        var queue = await _desk.Editor.GetFromJsonAsync<JsonElement>("/api/verification", TestContext.Current.CancellationToken);

        queue
            .EnumerateArray()
            .Single(candidate => candidate.GetProperty("id").GetGuid() == _desk.IdOf(3))
            .GetProperty("reason")
            .GetString()
            .ShouldBe("哪个版本？");
        (await _neighbours.Messages.ReceivedAsync<VerificationOpened>(message => message.CandidateId == _desk.IdOf(3))).Questions.ShouldBe(
            "哪个版本？"
        );
    }

    [Fact]
    public async Task The_publishers_answer_stands_in_the_pack()
    {
        await DecidedAsync();
        (await _desk.ReleaseAsync()).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await _desk.ReadAsync()).WaitingFor.ShouldBe("publisher");

        await fixture.App.SendAsync(
            new PackPublished
            {
                PackId = ItemIds.ForPack(_desk.Date),
                PackDate = _desk.Date,
                DigestUrl = "http://localhost/digests/1",
                Published = 0,
                Refused = ["1: refused"],
                PublishedAt = TimeProvider.System.GetUtcNow(),
            }
        );

        var pack = await Eventually.GetAsync(_desk.ReadAsync, pack => pack.PublishedAt is not null);
        (pack.DigestUrl, pack.WaitingFor).ShouldBe(("http://localhost/digests/1", null));
        pack.Refused.ShouldBe(["1: refused"]);
        (await _desk.ReleaseAsync()).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>One approved, one skipped, one to verify, one left open, one blocked.</summary>
    private async Task DecidedAsync()
    {
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass, Verdict.NeedsVerify, Verdict.Pass, Verdict.Blocked);
        await _desk.DecideAsync(1, Choice.Approve);
        await _desk.DecideAsync(2, Choice.Skip);
        await _desk.DecideAsync(3, Choice.NeedsVerify, reason: "哪个版本？");
    }
}
