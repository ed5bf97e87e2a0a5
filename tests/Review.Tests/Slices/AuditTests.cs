using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using Npgsql;
using Shouldly;
using Xunit;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>Tampers with the whole history, so it has a service of its own.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private ReviewApp _app = null!;
    private Desk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ReviewApp.StartAsync();
        _desk = new Desk(_app);
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass, Verdict.Pass);
        await Task.WhenAll(Enumerable.Range(1, 3).Select(number => _desk.DecideAsync(number, Choice.NeedsVerify, reason: "𠮷 为什么 😀？")));
        await _desk.EditAsync(1, "P99 rose to 12s.");
        await _desk.ReleaseAsync();
        await _desk.Reviewer.SendAsync("POST", $"/api/candidates/{_desk.IdOf(2)}/comments", new CommentRequest("x"));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_log_tells_everything_once_page_by_page_and_is_intact()
    {
        var first = await PageAsync("?limit=3");
        var second = await PageAsync($"?limit=3&after={first.Next}");

        (first.Entries.Count, first.Intact, first.Next).ShouldBe((3, true, 3));
        (second.Intact, second.Next).ShouldBe((true, null));
        first.Entries.Concat(second.Entries).Select(entry => entry.Id).ShouldBe([1, 2, 3, 4]);
        first.Entries.Concat(second.Entries).Select(entry => entry.Action)
            .ShouldBe([HistoryAction.Decided, HistoryAction.Decided, HistoryAction.Decided, HistoryAction.Edited]);
        using var editor = _app.ClientOf("editor");
        (await editor.SendAsync("GET", "/api/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("UPDATE history SET by = 'somebody else' WHERE id = 2")]
    [InlineData("DELETE FROM history")]
    [InlineData("TRUNCATE history")]
    [InlineData("UPDATE comments SET text = ''")]
    [InlineData("DELETE FROM comments")]
    public async Task The_database_refuses_to_change_what_was_recorded(string change) =>
        (await Should.ThrowAsync<PostgresException>(() => RunAsync(change))).MessageText.ShouldContain("never changed or deleted");

    [Theory]
    [InlineData("UPDATE history SET reason = 'harmless' WHERE id = 2", 2)]
    [InlineData("UPDATE history SET at = at + interval '1 microsecond' WHERE id = 3", 3)]
    [InlineData("DELETE FROM history WHERE id = 1", 1)]
    [InlineData("DELETE FROM history WHERE id = 3", 3)]
    [InlineData("DELETE FROM history WHERE id = 4", 4)]
    public async Task What_a_superuser_forges_all_the_same_is_seen(string forgery, long at)
    {
        await RunAsync($"SET session_replication_role = replica; {forgery}; RESET session_replication_role");

        var page = await PageAsync("");

        (page.Intact, page.BrokenAt).ShouldBe((false, at));
    }

    private Task<int> RunAsync(string sql) => _app.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    private async Task<AuditPage> PageAsync(string query)
    {
        using var client = _app.ClientOf("operator");
        return await client.GetAsync<AuditPage>($"/api/audit{query}");
    }
}
