using System.Net;
using System.Text;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Notes;

/// <summary>A vault that a person, a sync tool and the service write to.</summary>
public sealed class NotesTests(NotesTests.Vault vault) : IClassFixture<NotesTests.Vault>
{
    /// <summary>A service that looks at its vault all the time.</summary>
    public sealed class Vault : IAsyncLifetime
    {
        internal string Folder { get; } = Directory.CreateTempSubdirectory("vault-").FullName;

        internal ReviewApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            App = await ReviewApp.StartAsync(
                ("Notes:Folder", Folder),
                ("Notes:Reviewer", "lin"),
                ("Notes:Interval", "00:00:00.050"),
                ("Notes:Settle", "00:00:00.150"),
                ("Notes:Patience", "00:00:00.700"),
                ("Notes:ReleaseWhenReviewed", "true"),
                ("Notes:Role", "editor")
            );

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            Directory.Delete(Folder, recursive: true);
        }
    }

    private readonly ReviewApp _app = vault.App;
    private readonly Desk _desk = new(vault.App);

    private string Path => System.IO.Path.Combine(vault.Folder, $"00-收集箱/News-Inbox/{_desk.Date:yyyy-MM-dd}-candidates.md");

    [Fact]
    public async Task A_pack_appears_in_the_vault_and_ticks_come_back_as_the_vaults_reviewer()
    {
        var file = await NoteOfAsync(Verdict.Pass, Verdict.Pass);
        file.ShouldBe((await _desk.FileAsync()).File);

        Save(Desk.Tick(Desk.Tick(file, 1, "approve"), 2, "skip"));

        await DecidedAsync(1, Choice.Approve);
        await DecidedAsync(2, Choice.Skip);
        (await _desk.HistoryAsync(1))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(entry => entry.By.ShouldBe("lin"), entry => entry.Via.ShouldBe("notes"));
    }

    [Fact]
    public async Task A_mistake_is_told_however_long_it_takes_until_the_note_counts_as_quiet()
    {
        var file = await NoteOfAsync(Verdict.Pass, Verdict.Pass);

        Save(Desk.Tick(Desk.Tick(file, 1, "approve"), 1, "skip"));
        // As written on a machine whose clock is ahead.
        File.SetLastWriteTimeUtc(Path, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(1.5));

        (await ReadAsync(note => note.Contains("⚠️", StringComparison.Ordinal))).ShouldContain("同时勾选了 approve 和 skip");
    }

    [Fact]
    public async Task What_others_decide_shows_in_the_note_beside_the_persons_own_words()
    {
        var file = await NoteOfAsync(Verdict.Pass, Verdict.Pass);
        Save(file + "\n我的笔记\n");

        (await _desk.DecideAsync(2, Choice.Skip)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await ReadAsync(note => note == Desk.Tick(file, 2, "skip") + "\n我的笔记\n");
    }

    [Fact]
    public async Task Changes_of_both_sides_that_do_not_meet_are_both_kept()
    {
        var file = await NoteOfAsync(Verdict.Pass, Verdict.Pass);

        await _desk.DecideAsync(2, Choice.Skip);
        Save(Desk.Tick(file, 1, "approve"));

        await DecidedAsync(1, Choice.Approve);
        await DecidedAsync(2, Choice.Skip);
        await ReadAsync(note => note == Desk.Tick(Desk.Tick(file, 1, "approve"), 2, "skip"));
    }

    [Fact]
    public async Task Where_both_sides_meet_nothing_is_taken_over_until_the_person_saves_again()
    {
        var file = await NoteOfAsync(Verdict.Pass);
        Save(file[..^1]);

        var remarked = await MeetAsync(file);

        remarked.ShouldContain("- [x] approve", customMessage: "the person's tick stays");
        (await _desk.CandidateAsync(1)).Decision.ShouldBe(Choice.NeedsVerify);
        Save(remarked + "\n");
        await DecidedAsync(1, Choice.Approve);
        await ReadAsync(note => !note.Contains("News-Educator：", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mistake_is_told_beside_its_line_and_nothing_of_the_note_is_lost()
    {
        var file = (await NoteOfAsync(Verdict.Pass, Verdict.Pass)).ReplaceLineEndings("\r\n");
        var wrong = Desk.Tick(Desk.Tick(Desk.Tick(file, 1, "approve"), 2, "approve"), 2, "skip");

        Save("\uFEFF" + wrong);

        var remarked = await ReadAsync(note => note.Contains("⚠️", StringComparison.Ordinal));
        remarked.ShouldContain("- [x] skip\r\n> ⚠️ News-Educator：同时勾选了 approve 和 skip");
        remarked.ShouldStartWith("\uFEFF---\r\n");
        (await _desk.CandidateAsync(1)).Decision.ShouldBeNull("all or nothing");
        Save(remarked.Replace("- [x] skip", "- [ ] skip", StringComparison.Ordinal));
        await DecidedAsync(2, Choice.Approve);
        await ReadAsync(note => note == "\uFEFF" + Desk.Tick(Desk.Tick(file, 1, "approve"), 2, "approve"));
    }

    [Fact]
    public async Task A_refused_note_is_not_overwritten_by_what_others_decide()
    {
        var file = await NoteOfAsync(Verdict.Blocked, Verdict.Pass);
        Save(Desk.Tick(file, 1, "approve"));
        var remarked = await ReadAsync(note => note.Contains("⚠️", StringComparison.Ordinal));

        await _desk.DecideAsync(2, Choice.Skip);
        await Task.Delay(600, TestContext.Current.CancellationToken);

        (await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken)).ShouldBe(remarked);
    }

    [Fact]
    public async Task A_note_that_a_sync_tool_writes_in_pieces_and_replaces_is_read_when_it_is_whole()
    {
        var file = await NoteOfAsync(Verdict.Pass);
        var ticked = Desk.Tick(file, 1, "approve");

        foreach (var share in new[] { 4, 3, 2 })
        {
            Save(ticked[..(ticked.Length / share)]);
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync($"{Path}.part", ticked, TestContext.Current.CancellationToken);
        File.Move($"{Path}.part", Path, overwrite: true);
        await DecidedAsync(1, Choice.Approve);
        (await ReadAsync(note => note.Length > 0)).ShouldBe(ticked);
    }

    [Fact]
    public async Task A_conflict_copy_is_named_and_not_read()
    {
        var file = await NoteOfAsync(Verdict.Pass);

        await File.WriteAllTextAsync(
            Path.Replace(".md", " (conflicted copy).md", StringComparison.Ordinal),
            Desk.Tick(file, 1, "approve"),
            TestContext.Current.CancellationToken
        );
        await _desk.DecideAsync(1, Choice.Skip);

        await ReadAsync(note =>
            note.Contains("(conflicted copy).md", StringComparison.Ordinal) && note.Contains("- [x] skip", StringComparison.Ordinal)
        );
        (await _desk.CandidateAsync(1)).Decision.ShouldBe(Choice.Skip);
    }

    [Fact]
    public async Task The_reviewed_mark_releases_the_pack()
    {
        var file = await NoteOfAsync(Verdict.Pass, Verdict.Pass);

        Save(
            Desk.Tick(Desk.Tick(file, 1, "approve"), 2, "skip")
                .Replace("status: pending-review", "status: reviewed", StringComparison.Ordinal)
        );

        var released = await _app.Neighbours.Messages.ReceivedAsync<PackReleased>(message => message.PackDate == _desk.Date);
        (released.ReleasedBy, released.Approved.Count).ShouldBe(("lin", 1));
        await ReadAsync(note => note.Contains("status: released", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edit_in_the_note_is_recorded_and_screened_again()
    {
        var file = await NoteOfAsync(Verdict.Pass);

        Save(
            file.Replace("一句摘要。", "我改过的摘要。", StringComparison.Ordinal)
                .Replace("P99 rose to 9s.", "P99 rose to 9 s.", StringComparison.Ordinal)
        );

        var edited = await _app.Neighbours.Messages.ReceivedAsync<CandidateEdited>(message => message.CandidateId == _desk.IdOf(1));
        edited.EditedBy.ShouldBe("lin");
    }

    private async Task<string> NoteOfAsync(params Verdict[] verdicts)
    {
        await _desk.PackOfAsync(verdicts);
        var file = (await _desk.FileAsync()).File;
        return await ReadAsync(note => note == file);
    }

    /// <summary>Note and pack change the same candidate between two looks at the note. Where one of them is seen first there is nothing to
    /// meet, and it is tried again.</summary>
    private async Task<string> MeetAsync(string file)
    {
        while (true)
        {
            await _desk.DecideAsync(1, Choice.Skip);
            await ReadAsync(note => note.Contains("[x] skip", StringComparison.Ordinal));
            await _desk.DecideAsync(1, Choice.NeedsVerify, reason: "who says so?");
            Save(Desk.Tick(file, 1, "approve"));
            var (note, decision) = await Eventually.GetAsync(
                async () => (Note: await File.ReadAllTextAsync(Path), (await _desk.CandidateAsync(1)).Decision),
                both => both.Note.Contains("现在是「needs-verify」", StringComparison.Ordinal) || both.Decision == Choice.Approve,
                "the note's remark, or the note taken over"
            );
            if (decision != Choice.Approve)
            {
                return note;
            }
        }
    }

    private void Save(string text) => File.WriteAllBytes(Path, Encoding.UTF8.GetBytes(text));

    private Task<string> ReadAsync(Func<string, bool> isReady) =>
        Eventually.GetAsync(async () => Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Path)), isReady, "the note");

    private Task<Choice?> DecidedAsync(int number, Choice choice) =>
        Eventually.GetAsync(
            async () => (await _desk.CandidateAsync(number)).Decision,
            decision => decision == choice,
            $"candidate {number} decided as {choice}"
        );
}
