using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Contracts;
using NewsEducator.Review.Idempotency;
using NewsEducator.Review.Tests.Candidates;

namespace NewsEducator.Review.Tests.Slices.Api;

[Collection(SliceCollection.Name)]
public sealed class IdempotencyTests(ReviewFixture fixture)
{
    private readonly Desk _desk = new(fixture.App);
    private readonly string _key = Guid.NewGuid().ToString();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repeat_gets_the_same_status_headers_and_bytes_and_does_nothing()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        var first = await DecideAsync(Choice.Approve);
        await _desk.DecideAsync(1, Choice.Skip);

        var repeat = await DecideAsync(Choice.Approve);

        repeat.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await repeat.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(await first.Content.ReadAsByteArrayAsync(Cancel));
        repeat.Headers.ETag.ShouldBe(first.Headers.ETag);
        repeat.Content.Headers.ContentType.ShouldBe(first.Content.Headers.ContentType);
        (await _desk.CandidateAsync(1)).Decision.ShouldBe(Choice.Skip);
    }

    [Fact]
    public async Task A_refusal_is_repeated_too()
    {
        await _desk.PackOfAsync(Verdict.Blocked);
        var first = await DecideAsync(Choice.Approve);
        first.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        var repeat = await DecideAsync(Choice.Approve);

        repeat.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await repeat.Content.ReadAsStringAsync(Cancel)).ShouldBe(await first.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_key_of_another_request_is_refused_and_another_persons_key_is_another_key()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await DecideAsync(Choice.Approve);

        (await (await DecideAsync(Choice.Skip)).CodeAsync()).ShouldBe("idempotency.reused");

        (await _desk.Editor.SendAsync("PUT", _desk.Decision(1), new DecisionRequest(Choice.Skip), _key)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
    }

    [Fact]
    public async Task Twenty_at_once_with_one_key_take_effect_once()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        var address = $"/api/candidates/{_desk.IdOf(1)}/comments";

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => _desk.Reviewer.SendAsync("POST", address, new CommentRequest("x"), _key))
        );

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created || answer.StatusCode == HttpStatusCode.Conflict);
        (await _desk.Reviewer.GetAsync<List<CommentView>>(address)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("with blank")]
    [InlineData("日")]
    public async Task A_key_must_be_visible_ascii(string key)
    {
        await _desk.PackOfAsync(Verdict.Pass);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_desk.Pack}/undo");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);

        using var answer = await _desk.Reviewer.SendAsync(request, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Answers_are_kept_a_day_and_bounded_for_each_person()
    {
        await using var app = await ReviewApp.StartAsync(
            ("Idempotency:MostPerPerson", "3"),
            ("Idempotency:Keep", "00:00:01"),
            ("Idempotency:SweepEvery", "01:00:00")
        );
        var desk = new Desk(app);
        await desk.PackOfAsync(Verdict.Pass);
        foreach (var number in Enumerable.Range(0, 5))
        {
            await desk.Reviewer.SendAsync("PUT", desk.Decision(1), new DecisionRequest(Choice.Skip), $"{_key}-{number}");
        }

        await using var scope = app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<AnswerStore>();
        (await store.SweepAsync(Cancel)).ShouldBeGreaterThanOrEqualTo(2);
        await Task.Delay(TimeSpan.FromSeconds(1.1), TimeProvider.System, Cancel);
        await store.SweepAsync(Cancel);
        var again = await desk.Reviewer.SendAsync("PUT", desk.Decision(1), new DecisionRequest(Choice.Approve), $"{_key}-4");

        again.StatusCode.ShouldBe(HttpStatusCode.OK, "the key is free again");
    }

    private Task<HttpResponseMessage> DecideAsync(Choice choice) =>
        _desk.Reviewer.SendAsync("PUT", _desk.Decision(1), new DecisionRequest(choice), _key);
}
