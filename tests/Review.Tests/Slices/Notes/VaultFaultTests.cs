using System.Net;
using System.Text;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Notes;

/// <summary>A vault that cannot be read or written: root may write anywhere, so its folder gives way to a file.</summary>
public sealed class VaultFaultTests : IAsyncLifetime
{
    private readonly string _vault = Directory.CreateTempSubdirectory("vault-").FullName;
    private ReviewApp _app = null!;
    private Desk _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Inbox => Path.Combine(_vault, "00-收集箱");

    public async ValueTask InitializeAsync()
    {
        _app = await ReviewApp.StartAsync(
            ("Notes:Folder", _vault),
            ("Notes:Interval", "00:00:00.050"),
            ("Notes:Settle", "00:00:00.150"),
            ("Notes:Patience", "00:00:00.700")
        );
        _desk = new Desk(_app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_vault, recursive: true);
    }

    [Fact]
    public async Task A_decision_outlives_a_vault_that_cannot_be_written_and_the_note_is_written_later()
    {
        var file = await NoteOfAsync(_desk, Verdict.Pass, Verdict.Pass);
        await _desk.DecideAsync(1, Choice.Approve);
        await ReadAsync(_desk, note => note == Desk.Tick(file, 1, "approve"));
        Directory.Move(Inbox, $"{Inbox}.away");
        await File.WriteAllTextAsync(Inbox, "not a folder", Cancel);

        (await _desk.DecideAsync(1, Choice.Skip)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var page = await PageSession.SignInAsync(_app, "reviewer");
        await Eventually.GetAsync(
            () => TextAsync(page, $"/packs/{_desk.Date:yyyy-MM-dd}"),
            text => text.Contains("写不了", StringComparison.Ordinal),
            "the page to say so"
        );
        await Eventually.HealthAsync(_app.CreateClient(), "Degraded\nnotes: Degraded");
        File.Delete(Inbox);
        Directory.Move($"{Inbox}.away", Inbox);

        await ReadAsync(_desk, note => note == Desk.Tick(file, 1, "skip"));
        (await _desk.CandidateAsync(1)).Decision.ShouldBe(Choice.Skip, "the stale note was no person's save");
        (await _desk.HistoryAsync(1)).ShouldAllBe(entry => entry.Via == "api");
        await Eventually.HealthAsync(_app.CreateClient(), "Healthy");
    }

    [Fact]
    public async Task An_older_note_that_a_sync_tool_brings_back_decides_nothing()
    {
        var file = await NoteOfAsync(_desk, Verdict.Pass);
        await _desk.DecideAsync(1, Choice.Approve);
        await ReadAsync(_desk, note => note == Desk.Tick(file, 1, "approve"));
        await _desk.DecideAsync(1, Choice.Skip);
        await ReadAsync(_desk, note => note == Desk.Tick(file, 1, "skip"));

        Save(_desk, Desk.Tick(file, 1, "approve"));

        await ReadAsync(_desk, note => note == Desk.Tick(file, 1, "skip"));
        (await _desk.CandidateAsync(1)).Decision.ShouldBe(Choice.Skip);
    }

    [Fact]
    public async Task A_person_takes_their_own_tick_back()
    {
        var file = await NoteOfAsync(_desk, Verdict.Pass);
        Save(_desk, Desk.Tick(file, 1, "approve"));
        await Eventually.GetAsync(() => _desk.CandidateAsync(1), candidate => candidate.Decision == Choice.Approve, "the tick");

        Save(_desk, file);

        await Eventually.GetAsync(() => _desk.CandidateAsync(1), candidate => candidate.Decision is null, "the tick taken back");
    }

    [Fact]
    public async Task A_note_that_cannot_be_read_stops_only_itself_and_says_why()
    {
        var other = new Desk(_app);
        await NoteOfAsync(_desk, Verdict.Pass);
        var file = await NoteOfAsync(other, Verdict.Pass);
        await File.WriteAllBytesAsync(PathOf(_desk), Encoding.Unicode.GetBytes("---\ntype: news-candidate-pack\n"), Cancel);

        Save(other, Desk.Tick(file, 1, "approve"));

        await Eventually.GetAsync(() => other.CandidateAsync(1), candidate => candidate.Decision == Choice.Approve, "the other note");
        using var page = await PageSession.SignInAsync(_app, "reviewer");
        await Eventually.GetAsync(() => TextAsync(page, "/"), text => text.Contains("UTF-8", StringComparison.Ordinal), "the reason");
    }

    [Fact]
    public async Task A_conflict_copys_remark_goes_with_the_copy()
    {
        var file = await NoteOfAsync(_desk, Verdict.Pass);
        var copy = PathOf(_desk).Replace(".md", " (conflicted copy).md", StringComparison.Ordinal);
        await File.WriteAllTextAsync(copy, file, Cancel);
        await ReadAsync(_desk, note => note.Contains("(conflicted copy).md", StringComparison.Ordinal));

        File.Delete(copy);

        await ReadAsync(_desk, note => note == file);
    }

    [Fact]
    public async Task What_a_tool_appends_to_a_tick_stays()
    {
        var file = (await NoteOfAsync(_desk, Verdict.Pass, Verdict.Pass)).Replace(
            "status: pending",
            "tags:\n  - a: b\n  - a: c\nstatus: pending",
            StringComparison.Ordinal
        );
        var ticked = Desk.Tick(file, 1, "approve").Replace("[x] approve", "[x] approve ✅ 2026-11-29 ^t1", StringComparison.Ordinal);

        Save(_desk, ticked);
        await Eventually.GetAsync(() => _desk.CandidateAsync(1), candidate => candidate.Decision == Choice.Approve, "the tick");
        await _desk.DecideAsync(2, Choice.Skip);

        await ReadAsync(_desk, note => note == Desk.Tick(ticked, 2, "skip"));
    }

    private string PathOf(Desk desk) => Path.Combine(_vault, $"00-收集箱/News-Inbox/{desk.Date:yyyy-MM-dd}-candidates.md");

    private async Task<string> NoteOfAsync(Desk desk, params Verdict[] verdicts)
    {
        await desk.PackOfAsync(verdicts);
        var file = (await desk.FileAsync()).File;
        return await ReadAsync(desk, note => note == file);
    }

    private void Save(Desk desk, string text) => File.WriteAllBytes(PathOf(desk), Encoding.UTF8.GetBytes(text));

    private Task<string> ReadAsync(Desk desk, Func<string, bool> isReady) =>
        Eventually.GetAsync(
            async () => Encoding.UTF8.GetString(await File.ReadAllBytesAsync(PathOf(desk))),
            isReady,
            "the note",
            seconds: 180
        );

    private static async Task<string> TextAsync(PageSession page, string address) =>
        WebUtility.HtmlDecode(await (await page.GetAsync(address)).Content.ReadAsStringAsync(Cancel));
}
