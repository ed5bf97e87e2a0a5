using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using Npgsql;

namespace NewsEducator.Review.Tests.Slices.Packs;

/// <summary>Tampers with the whole history, so it has a service of its own.</summary>
public sealed class AuditTests(AuditTests.Recorded recorded) : IClassFixture<AuditTests.Recorded>
{
    /// <summary>A service that has recorded four changes and a comment.</summary>
    public sealed class Recorded : IAsyncLifetime
    {
        internal ReviewApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await ReviewApp.StartAsync();
            var desk = new Desk(App);
            await desk.PackOfAsync(Verdict.Pass, Verdict.Pass, Verdict.Pass);
            await Task.WhenAll(
                Enumerable.Range(1, 3).Select(number => desk.DecideAsync(number, Choice.NeedsVerify, reason: "𠮷 为什么 😀？"))
            );
            await desk.EditAsync(1, "P99 rose to 12s.");
            await desk.ReleaseAsync();
            await desk.Reviewer.SendAsync("POST", $"/api/candidates/{desk.IdOf(2)}/comments", new CommentRequest("x"));
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    private readonly ReviewApp _app = recorded.App;

    [Fact]
    public async Task The_log_tells_everything_once_page_by_page_and_is_intact()
    {
        var first = await PageAsync("?limit=3");
        var second = await PageAsync($"?limit=3&after={first.Next}");

        (first.Entries.Count, first.Intact, first.Next).ShouldBe((3, true, 3));
        (second.Intact, second.Next).ShouldBe((true, null));
        first.Entries.Concat(second.Entries).Select(entry => entry.Id).ShouldBe([1, 2, 3, 4]);
        first
            .Entries.Concat(second.Entries)
            .Select(entry => entry.Action)
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
        await RunAsSuperuserAsync($"CREATE TABLE kept AS TABLE history; {forgery}");

        var page = await PageAsync("");

        (page.Intact, page.BrokenAt).ShouldBe((false, at));
        await RunAsSuperuserAsync("DELETE FROM history; INSERT INTO history OVERRIDING SYSTEM VALUE TABLE kept; DROP TABLE kept");
        (await PageAsync("")).Intact.ShouldBeTrue();
    }

    private Task<int> RunAsSuperuserAsync(string sql) =>
        RunAsync($"SET session_replication_role = replica; {sql}; RESET session_replication_role");

    private Task<int> RunAsync(string sql) => _app.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    private async Task<AuditPage> PageAsync(string query)
    {
        using var client = _app.ClientOf("operator");
        return await client.GetAsync<AuditPage>($"/api/audit{query}");
    }
}
