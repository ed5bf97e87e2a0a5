using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsEducator.Contracts;
using NewsEducator.Review.Cli;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Operations;

/// <summary>The check after deploying, by the command and over the API, with services beside Review that answer as a test says. That a real
/// item goes through is seen in <c>EndToEnd.Tests</c>.</summary>
public sealed class EndToEndTests : IAsyncLifetime
{
    private const string Address = "https://github.com/northwind-labs/check/issues/7";
    private static readonly Guid ItemId = ItemIds.ForUrl(Address);
    private readonly StubService _service = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private Func<Task> _collected = () => Task.CompletedTask;
    private object _item = Item("Collected");
    private bool _isSummarized = true;
    private ReviewApp _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        var http = _service.Http;
        http.MapGet("/api/sources", () => new[] { Source("paused", enabled: false), Source("ledger") });
        http.MapPost(
            "/api/sources/{id}/dry-run",
            _service.Keep(
                (_, _) =>
                    Results.Ok(
                        new
                        {
                            listed = 2,
                            items = new[]
                            {
                                new { url = "https://github.com/a/b/issues/1", outcome = "Known" },
                                new { url = Address, outcome = "WouldBeCollected" },
                            },
                        }
                    )
            )
        );
        http.MapPost(
            "/api/items",
            async () =>
            {
                await _collected();
                return _item;
            }
        );
        http.MapGet("/api/summaries/{id}", () => _isSummarized ? Results.Ok(new { writtenAt = Now }) : Results.NotFound());
        http.MapGet("/api/screenings/{id}", () => _isSummarized ? Results.Ok(new[] { new { screenedAt = Now } }) : Results.NotFound());
        await http.StartAsync(Cancel);
        _app = await ReviewApp.StartAsync(
            ("services:collector:http:0", _service.Address),
            ("services:summarizer:http:0", _service.Address),
            ("services:compliance:http:0", _service.Address)
        );
        _service.Review = _app;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _service.DisposeAsync();
        await _out.DisposeAsync();
        await _error.DisposeAsync();
    }

    [Fact]
    public async Task An_item_goes_through_and_reaches_no_reviewer()
    {
        _collected = () => _app.SendAsync(Screened(Verdict.NeedsVerify));

        (await RunAsync("--wait", "60")).ShouldBe(0, $"{_out}{_error}");

        _out.ToString()
            .Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Take(4)
            .Select(words => words[2])
            .ShouldBe(["collected", "summarized", "screened", "queued"]);
        _out.ToString().ShouldContain($"fetched {Address}");
        _out.ToString().ShouldContain("nobody reviews it, and it is not published");
        _service.Calls.ShouldHaveSingleItem().Path.ShouldBe("/api/sources/ledger/dry-run");
        (await CandidateAsync()).State.ShouldBe(CandidateState.Expired);
        var editor = _app.ClientOf("editor");
        (await editor.PostAsJsonAsync("/api/packs", new { date = "2026-03-09" }, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await editor.GetAsync<PackView>("/api/packs/2026-03-09")).Candidates.ShouldBeEmpty();
        var entry = (await _app.ClientOf("operator").GetAsync<AuditPage>("/api/audit")).Entries.ShouldHaveSingleItem();
        (entry.Action, entry.By, entry.Via, entry.CandidateId).ShouldBe((HistoryAction.Checked, "the operator", "check", ItemId));
    }

    [Fact]
    public async Task The_same_page_can_be_sent_through_again_and_what_comes_late_is_taken_out_too()
    {
        _collected = () => _app.SendAsync(Screened(Verdict.Pass));
        (await RunAsync("--address", Address)).ShouldBe(0, $"{_out}{_error}");
        _collected = () => _app.SendAsync(Screened(Verdict.Pass, again: Now));

        (await RunAsync("--address", Address)).ShouldBe(0, $"{_out}{_error}");

        (await _app.ClientOf("operator").GetAsync<AuditPage>("/api/audit")).Entries.Count.ShouldBe(2);
        await _app.SendAsync(Screened(Verdict.Pass, again: Now.AddMinutes(1), revision: 2));
        await _app.SendAsync(SomeCandidate.Message());
        await Eventually.GetAsync(PipelineAsync, stages => stages.Any(stage => stage is { State: CandidateState.Waiting, Count: 1 }));
        (await CandidateAsync()).State.ShouldBe(CandidateState.Expired);
    }

    [Fact]
    public async Task It_says_where_the_item_stopped_and_what_to_do_and_takes_it_out_when_it_comes()
    {
        _isSummarized = false;

        (await RunAsync("--address", Address, "--wait", "1")).ShouldBe(1);

        _out.ToString().ShouldContain("stopped  summarized");
        _out.ToString().ShouldContain("dead letters of summarizer");
        await _app.SendAsync(Screened(Verdict.Blocked));
        (await Eventually.GetAsync(FindAsync, found => found is not null))!.State.ShouldBe(CandidateState.Expired);
    }

    [Fact]
    public async Task What_the_Collector_does_not_fetch_ends_the_check_at_once()
    {
        _item = Item("Dropped", "Whitelist", "域名或路径不在白名单：example.org");

        (await RunAsync("--address", "https://example.org/")).ShouldBe(1);

        _out.ToString().ShouldContain("stopped  collected");
        _out.ToString().ShouldContain("Dropped · Whitelist · 域名或路径不在白名单：example.org");
    }

    [Fact]
    public async Task A_candidate_that_people_know_is_left_alone()
    {
        await _app.SendAsync(Screened(Verdict.Pass));
        await Eventually.GetAsync(FindAsync, found => found is not null);

        (await RunAsync("--address", Address)).ShouldBe(1);

        _error.ToString().ShouldContain("is a candidate already (Waiting)");
        (await CandidateAsync()).State.ShouldBe(CandidateState.Waiting);
    }

    [Fact]
    public async Task Only_operators_run_it_and_with_an_address()
    {
        using var refused = await _app.ClientOf("editor").PostAsJsonAsync("/api/operations/end-to-end", new { }, Cancel);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var wrong = await _app.ClientOf("operator").PostAsJsonAsync("/api/operations/end-to-end", new { address = "x" }, Cancel);
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Desk.ProblemAsync(wrong)).GetProperty("code").GetString().ShouldBe("check.address");
        using var unknown = await _app.ClientOf("operator")
            .GetAsync(new Uri($"/api/operations/end-to-end/{Guid.NewGuid()}", UriKind.Relative), Cancel);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static object Item(string state, string? reason = null, string? detail = null) =>
        new
        {
            id = ItemId,
            state,
            reason,
            detail,
        };

    private static SourceOverview Source(string id, bool enabled = true) =>
        new()
        {
            Id = id,
            Kind = "github-issues",
            Target = "a/b",
            Interval = "15m",
            Enabled = enabled,
            Health = new SourcePolls { Status = "Healthy" },
        };

    private static ItemScreened Screened(Verdict verdict, DateTimeOffset? again = null, int revision = 1)
    {
        var message = SomeCandidate.Message(verdict, revision, id: ItemId);
        return message with
        {
            Source = message.Source with { ItemId = ItemId, CanonicalUrl = Address, FinalUrl = Address },
            SentAgainAt = again,
        };
    }

    private Task<CandidateView> CandidateAsync() => _app.ClientOf("viewer").GetAsync<CandidateView>($"/api/candidates/{ItemId}");

    private async Task<CandidateView?> FindAsync()
    {
        using var answer = await _app.ClientOf("viewer").GetAsync(new Uri($"/api/candidates/{ItemId}", UriKind.Relative), Cancel);
        return answer.IsSuccessStatusCode ? await CandidateAsync() : null;
    }

    private Task<List<StageView>> PipelineAsync() => _app.ClientOf("viewer").GetAsync<List<StageView>>("/api/pipeline");

    private Task<int> RunAsync(params string[] options)
    {
        var environment = new Dictionary<string, string?>
        {
            ["LANG"] = "en_GB.UTF-8",
            ["NEWSEDUCATOR_REVIEW"] = "http://localhost",
            ["NEWSEDUCATOR_TOKEN"] = "operator",
        };
        return ReviewTool.RunAsync(
            ["doctor", "--end-to-end", .. options],
            new CommandContext(environment.GetValueOrDefault, _app.Server.CreateHandler(), _out, _error, TimeProvider.System),
            Cancel
        );
    }
}
