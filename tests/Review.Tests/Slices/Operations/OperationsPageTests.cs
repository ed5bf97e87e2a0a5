using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Operations;

/// <summary>Review beside a Collector that knows nothing of operations and a Publisher that is away.</summary>
public sealed class OperationsPageTests : IAsyncLifetime
{
    private const string Fingerprint = "System.IO.IOException at NewsEducator.Review.Notes.Write";
    private ReviewApp _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await ReviewApp.StartAsync(("Review:TraceUrl", "http://traces.example/{0}"));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Dead_letters_are_read_redriven_by_group_and_discarded_with_a_reason()
    {
        var (first, second) = (await AddLetterAsync("one"), await AddLetterAsync("two"));
        using var page = await PageSession.SignInAsync(_app, "operator");

        var shown = await ReadAsync(page, "/operations");
        shown.ShouldContain("<b>The disk</b> is full</a> × 2");
        shown.ShouldContain("无应答");
        var letters = await ReadAsync(page, $"/operations/letters?service=review&fingerprint={Uri.EscapeDataString(Fingerprint)}");
        letters.ShouldContain($"/operations/letters/review/{first}");
        (await ReadAsync(page, $"/operations/letters/review/{first}")).ShouldContain("\"naturalKey\": \"one\"");
        (await (await page.GetAsync("/operations")).Content.ReadAsStringAsync(Cancel)).ShouldNotContain("<b>The disk</b>");

        var refused = await page.PostAsync("/operations/discard", ("service", "review"), ("id", $"{first}"), ("reason", " "));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await page.PostAsync("/operations/discard", ("service", "review"), ("id", $"{first}"), ("reason", "a test"));
        (await ReadAsync(page, $"/operations/letters/review/{first}")).ShouldContain("已由 the operator 丢弃： a test");

        var redriven = await page.PostAsync("/operations/redrive", ("service", "review"), ("fingerprint", Fingerprint));
        redriven.Headers.Location!.ToString().ShouldStartWith("/operations?done=1");
        (await CountAsync($"SELECT count(*)::int AS \"Value\" FROM dead_letters WHERE id = {second} AND due_at IS NOT NULL")).ShouldBe(1);
        (await page.PostAsync("/operations/redrive", ("service", "elsewhere"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await page.PostAsync("/operations/redrive", ("service", "publisher"))).Headers.Location!.ToString().ShouldContain("done=away");
    }

    [Fact]
    public async Task All_letters_of_a_fault_are_discarded_with_one_reason_and_no_others()
    {
        await AddLetterAsync("three");
        await AddLetterAsync("four");
        using var page = await PageSession.SignInAsync(_app, "operator");

        var refused = await page.PostAsync("/operations/discard", ("service", "review"), ("fingerprint", Fingerprint), ("reason", " "));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await page.PostAsync("/operations/discard", ("service", "review"), ("reason", "all"))).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await page.PostAsync("/operations/discard", ("service", "review"), ("fingerprint", "another"), ("reason", "none")))
            .Headers.Location!.ToString()
            .ShouldStartWith("/operations?discarded=0");
        var done = await page.PostAsync("/operations/discard", ("service", "review"), ("fingerprint", Fingerprint), ("reason", "the disk"));

        done.Headers.Location!.ToString().ShouldStartWith("/operations?discarded=2");
        (
            await CountAsync(
                $"SELECT count(*)::int AS \"Value\" FROM dead_letters WHERE discard_reason = 'the disk' AND discarded_by = 'the operator'"
            )
        ).ShouldBe(2);
        (
            await page.PostAsync("/operations/discard", ("service", "publisher"), ("fingerprint", "x"), ("reason", "away"))
        ).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_audit_log_is_shown_and_says_where_somebody_changed_the_database()
    {
        using var page = await PageSession.SignInAsync(_app, "operator");
        (await ReadAsync(page, "/operations")).ShouldContain("还没有人做过决定");
        var desk = new Desk(_app);
        await desk.PackOfAsync(Verdict.Pass);
        await desk.DecideAsync(1, Choice.Approve);
        await desk.DecideAsync(1, Choice.Skip);

        (await ReadAsync(page, "/operations")).ShouldContain("最近 2 条记录已核对，哈希链完整。");
        await _app.WithDbAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                "ALTER TABLE history DISABLE TRIGGER ALL; UPDATE history SET \"by\" = 'eve' WHERE id = 2; ALTER TABLE history ENABLE TRIGGER ALL",
                Cancel
            )
        );

        (await ReadAsync(page, "/operations")).ShouldContain("第 2 条起哈希链断裂");
    }

    [Fact]
    public async Task An_item_is_followed_by_its_address_its_id_and_words_of_its_title()
    {
        var candidate = (await new Desk(_app).PackOfAsync(Verdict.Pass)).Candidates[0];
        using var page = await PageSession.SignInAsync(_app, "operator");

        foreach (var of in new[] { candidate.Url, $"{candidate.Id}", candidate.Title })
        {
            var shown = await ReadAsync(page, $"/operations?of={Uri.EscapeDataString(of)}");
            shown.ShouldContain($"<a href=\"/candidates/{candidate.Id}\">待决定</a>", customMessage: of);
        }

        (await ReadAsync(page, "/operations?of=nothing-of-the-kind")).ShouldContain("没有找到");
        using var client = _app.ClientOf("operator");
        var view = (await client.GetFromJsonAsync<OperationsView>("/api/operations", HttpCalls.Json, Cancel))!;
        view.Days.Sum(day => day.Candidates).ShouldBe(1);
        view.Services.Select(service => (service.Name, service.IsAway)).ShouldContain(("review", false));
        view.Stuck.ShouldContain(stuck => stuck.What == "away" && stuck.Name == "publisher");
    }

    [Fact]
    public async Task An_empty_list_of_packs_says_when_the_first_comes()
    {
        using var page = await PageSession.SignInAsync(_app, "viewer");

        (await ReadAsync(page, "/")).ShouldMatch(@"第一个会在 \d{4}-\d\d-\d\d 08:00 自动生成");
    }

    [Fact]
    public async Task Only_operators_have_the_page_its_forms_and_its_place_in_the_navigation()
    {
        using var editor = await PageSession.SignInAsync(_app, "editor");

        (await editor.GetAsync("/operations")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await editor.PostAsync("/operations/redrive", ("service", "review"))).Headers.Location!.ToString().ShouldContain("/signin");
        (await ReadAsync(editor, "/")).ShouldNotContain("/operations");
        using var client = _app.ClientOf("editor");
        (await client.GetAsync("/api/operations", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<string> ReadAsync(PageSession page, string address)
    {
        var answer = await page.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private Task<long> AddLetterAsync(string key) =>
        _app.WithDbAsync(db =>
            db.Database.SqlQuery<long>(
                    $"""
                    INSERT INTO dead_letters (consumer, message_id, message_type, body, is_truncated, content_type, headers, reason, fingerprint,
                        first_at, last_at, count)
                    VALUES ('review-write-note', {key}, 'PackReleased', convert_to({$"{{\"naturalKey\":\"{key}\"}}"}, 'UTF8'), false,
                        'application/json', {"{}"}::jsonb, '<b>The disk</b> is full', {Fingerprint}, now(), now(), 3)
                    RETURNING id AS "Value"
                    """
                )
                .AsAsyncEnumerable()
                .SingleAsync(Cancel)
                .AsTask()
        );

    private Task<int> CountAsync(FormattableString sql) => _app.WithDbAsync(db => db.Database.SqlQuery<int>(sql).SingleAsync(Cancel));
}
