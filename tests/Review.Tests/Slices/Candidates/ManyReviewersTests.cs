using System.Net;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Tests.Candidates;

namespace NewsEducator.Review.Tests.Slices.Candidates;

public sealed class ManyReviewersTests
{
    private const int Reviewers = 50;
    private const int Candidates = 40;
    private const int Decisions = 5;
    private static readonly Choice[] Choices = [Choice.Approve, Choice.Skip, Choice.NeedsVerify];

    [Fact]
    public async Task Of_fifty_reviewers_at_once_no_decision_is_lost_or_doubled()
    {
        await using var app = await ReviewApp.StartAsync([.. Enumerable.Range(0, Reviewers).SelectMany(PersonOf)]);
        var desk = new Desk(app);
        await desk.PackOfAsync([.. Enumerable.Repeat(Verdict.Pass, Candidates)]);

        var accepted = (await Task.WhenAll(Enumerable.Range(0, Reviewers).Select(person => WorkAsync(app, desk, person))))
            .SelectMany(each => each)
            .ToList();

        var pack = await desk.ReadAsync();
        var history = new List<HistoryView>();
        foreach (var number in Enumerable.Range(1, Candidates))
        {
            var entries = await desk.HistoryAsync(number);
            history.AddRange(entries);
            // Each entry follows from the one before, and the candidate stands where the last one left it.
            entries.Zip(entries.Skip(1)).ShouldAllBe(pair => pair.First.After == pair.Second.Before);
            pack.Candidates[number - 1].Decision.ShouldBe(entries.LastOrDefault()?.After, $"candidate {number}");
        }

        history.Select(entry => (entry.By, entry.CandidateId, entry.Reason)).ShouldBe(accepted, ignoreOrder: true);
        accepted.Count.ShouldBeGreaterThan(Reviewers);
        using var client = app.ClientOf("operator");
        var audit = await client.GetAsync<AuditPage>("/api/audit?limit=1000");
        (audit.Intact, audit.Entries.Count).ShouldBe((true, accepted.Count));
    }

    private static (string, string)[] PersonOf(int person) =>
        [
            ($"Auth:People:{person + 10}:Name", $"person {person}"),
            ($"Auth:People:{person + 10}:Role", "reviewer"),
            ($"Auth:People:{person + 10}:Token", $"person-{person}"),
        ];

    /// <returns>What was answered with 200; some decide as they saw it, some whatever happened since, each sends half of it
    /// twice.</returns>
    private static async Task<List<(string By, Guid Candidate, string? Reason)>> WorkAsync(ReviewApp app, Desk desk, int person)
    {
        using var client = app.ClientOf($"person-{person}");
        var random = new Random(person);
        var accepted = new List<(string, Guid, string?)>();
        for (var turn = 0; turn < Decisions; turn++)
        {
            var id = desk.IdOf(random.Next(1, Candidates + 1));
            var tag = turn % 3 == 0 ? (await client.GetAsync<CandidateView>($"/api/candidates/{id}")).ETag : null;
            var decision = new DecisionRequest(Choices[random.Next(3)], $"{person} in turn {turn}");
            var answers = new List<HttpStatusCode>();
            for (var attempt = 0; attempt <= turn % 2; attempt++)
            {
                answers.Add((await client.SendAsync("PUT", $"/api/candidates/{id}/decision", decision, $"turn-{turn}", tag)).StatusCode);
            }

            answers
                .Distinct()
                .ShouldHaveSingleItem()
                .ShouldBeOneOf(HttpStatusCode.OK, tag is null ? HttpStatusCode.OK : HttpStatusCode.PreconditionFailed);
            if (answers[0] == HttpStatusCode.OK)
            {
                accepted.Add(($"person {person}", id, decision.Reason));
            }
        }

        return accepted;
    }
}
