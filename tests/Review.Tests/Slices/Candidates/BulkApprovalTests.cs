using System.Net;
using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Candidates;

/// <summary>Whoever approves many at once is asked before sentences go along that nothing was compared of.</summary>
[Collection(SliceCollection.Name)]
public sealed class BulkApprovalTests(ReviewFixture fixture)
{
    private readonly Desk _desk = new(fixture.App);

    [Fact]
    public async Task Unchecked_sentences_go_along_only_when_confirmed()
    {
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        var message = _desk.ScreeningOf(2, revision: 2);
        await fixture.App.SendAsync(
            message with
            {
                Sentences = [.. message.Sentences.Select(sentence => sentence with { State = SentenceState.Unchecked })],
            }
        );
        var pack = await Eventually.GetAsync(_desk.ReadAsync, pack => pack.States.ContainsKey(SentenceState.Unchecked));
        pack.States.ShouldBe(
            new Dictionary<SentenceState, int> { [SentenceState.Unchecked] = 1, [SentenceState.Matched] = 1 },
            ignoreOrder: true
        );
        pack.Candidates.Single(each => each.Number == 2)
            .States.ShouldBe(new Dictionary<SentenceState, int> { [SentenceState.Unchecked] = 1 });

        var decisions = new object[]
        {
            new
            {
                number = 1,
                decision = "approve",
                ifMatch = await _desk.TagOfAsync(1),
            },
            new
            {
                number = 2,
                decision = "approve",
                ifMatch = await _desk.TagOfAsync(2),
            },
        };
        var refused = await _desk.Reviewer.SendAsync("POST", $"{_desk.Pack}/decisions", decisions);

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((string)problem["code"]!, (int)problem["unchecked"]!).ShouldBe(("decide.unchecked", 1));
        (await _desk.CandidateAsync(1)).Decision.ShouldBeNull();

        var confirmed = await _desk
            .Reviewer.SendAsync("POST", $"{_desk.Pack}/decisions?confirm=true", decisions)
            .ReadAsync<List<BulkOutcome>>();
        confirmed.ShouldAllBe(outcome => outcome.Status == 200);
    }

    [Fact]
    public async Task Skipping_asks_nothing()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        var message = _desk.ScreeningOf(1, revision: 2);
        await fixture.App.SendAsync(
            message with
            {
                Sentences = [.. message.Sentences.Select(sentence => sentence with { State = SentenceState.Unchecked })],
            }
        );
        await Eventually.GetAsync(_desk.ReadAsync, pack => pack.States.ContainsKey(SentenceState.Unchecked));

        var outcomes = await _desk
            .Reviewer.SendAsync(
                "POST",
                $"{_desk.Pack}/decisions",
                new object[]
                {
                    new
                    {
                        number = 1,
                        decision = "skip",
                        ifMatch = await _desk.TagOfAsync(1),
                    },
                }
            )
            .ReadAsync<List<BulkOutcome>>();

        outcomes.Single().Status.ShouldBe(200);
    }
}
