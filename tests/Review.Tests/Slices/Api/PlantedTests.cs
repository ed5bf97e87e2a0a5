using System.Net;
using System.Net.Http.Json;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Api;

/// <summary>A cut takes what waits, so this has a service of its own.</summary>
public sealed class PlantedTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_planted_falsehood_looks_like_any_candidate_is_never_released_and_its_catch_is_counted()
    {
        await using var app = await ReviewApp.StartAsync(("Review:PlantedShare", "0.5"), ("Review:PackSize", "30"));
        var desk = new Desk(app);
        var messages = Enumerable.Range(1, 24).Select(number => Message(number)).ToList();
        foreach (var message in messages)
        {
            await app.SendAsync(message);
        }

        await Eventually.GetAsync(
            () => desk.Editor.GetAsync<CandidatePage>("/api/candidates?state=Waiting"),
            page => page.Items.Count == messages.Count
        );
        (await desk.Editor.PostAsJsonAsync("/api/packs", new { date = desk.Date }, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Created);
        var pack = await desk.ReadAsync();
        var real = messages.ToDictionary(message => message.CandidateId, message => message.Summary.Text);
        var planted = pack.Candidates.Where(candidate => !real.ContainsKey(candidate.Id)).ToList();

        planted.Count.ShouldBeInRange(2, 20);
        pack.Candidates.Count.ShouldBe(24);
        planted.ShouldAllBe(candidate =>
            candidate.State == CandidateState.Offered && candidate.Verdict == Verdict.Pass && !real.ContainsValue(candidate.Summary)
        );
        planted.ShouldAllBe(candidate =>
            candidate.Sentences[0].Text == candidate.Summary && candidate.Sentences[0].Evidence[0].Text != candidate.Summary
        );

        foreach (var candidate in pack.Candidates)
        {
            var choice = candidate.Id == planted[0].Id ? Choice.Skip : Choice.Approve;
            (
                await desk.Reviewer.SendAsync("PUT", $"/api/candidates/{candidate.Id}/decision", new DecisionRequest(choice))
            ).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await desk.Editor.GetAsync<List<ReviewerView>>("/api/reviewers"))
            .Single()
            .ShouldSatisfyAllConditions(
                person => person.PlantedCaught.ShouldBe(0, "nobody learns from the statistics which one it is before the release"),
                person => person.PlantedMissed.ShouldBe(0)
            );
        (await desk.ReleaseAsync()).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await app.DeliveredAsync();

        var released = app.Neighbours.Messages.Received<PackReleased>().Single();
        released
            .Approved.Select(item => item.CandidateId)
            .ShouldBe(
                pack.Candidates.Select(candidate => candidate.Id).Except(planted.Select(candidate => candidate.Id)),
                ignoreOrder: true
            );
        (released.Skipped, released.NeedsVerify, released.Undecided).ShouldBe((0, 0, 0));
        app.Neighbours.Messages.Received<ItemSkipped>()
            .ShouldNotContain(message => message.PackDate == desk.Date, "its item is not skipped for ever");
        var person = (await desk.Editor.GetAsync<List<ReviewerView>>("/api/reviewers")).Single();
        (person.Decisions, person.PlantedCaught, person.PlantedMissed).ShouldBe((24, 1, planted.Count - 1));
    }

    private static ItemScreened Message(int number)
    {
        var message = SomeCandidate.Message(text: $"The pool of service {number} was empty after {number + 3} minutes.");
        var url = $"https://github.com/northwind-labs/ledger/issues/{number}";
        return message with { Source = message.Source with { CanonicalUrl = url, FinalUrl = url, ItemId = ItemIds.ForUrl(url) } };
    }
}
