using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Notes;
using NewsEducator.Publisher.Notes.Repository;
using NewsEducator.Publisher.Withdrawals;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>The vault is a git repository in which a person works as well; remotes are bare repositories beside it.</summary>
public sealed class VaultRepositoryTests : IAsyncLifetime
{
    private const string Index = "01-导航索引/News-MOC.md";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newseducator-git-");
    private PublisherApp? _app;
    private GitFolder _vault = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string RemotePath => Path.Combine(_folder.FullName, "remote.git");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_commit_holds_what_the_product_wrote_and_nothing_of_people()
    {
        await StartAsync();
        await _vault.CommitAsync(Index, "# 我的索引\n");
        await _vault.WriteAsync(Index, "# 我的索引\n还没写完\n");
        await _vault.WriteAsync("个人/draft.md", "not committed");
        await _vault.WriteAsync("个人/staged.md", "staged");
        await _vault.RunAsync("add", "--", "个人/staged.md");
        await HookAsync(".git/hooks/pre-commit");
        await HookAsync(".git/hooks/post-commit");
        await HookAsync(".git/hooks/reference-transaction");

        var day = await PublishAsync();
        await SavedAsync(day);

        (await _vault.RunAsync("log", "-1", "--format=%an <%ae>|%cn|%s")).ShouldBe(
            $"资讯 机器人 <bot@news.example>|资讯 机器人|{Subject(day)}"
        );
        (await _vault.RunAsync("show", "--format=", "--name-only", "main")).Split('\n').Length.ShouldBe(3, "note, card, index");
        (await _vault.ShowAsync(day.Note)).ShouldBe((await day.MarkdownAsync()).TrimEnd('\n'));
        var committed = await _vault.ShowAsync(Index);
        committed.ShouldStartWith("# 我的索引\n" + IndexBlock.Begin);
        committed.ShouldNotContain("还没写完");
        (await _vault.ReadAsync(Index)).ShouldStartWith("# 我的索引\n还没写完\n" + IndexBlock.Begin);
        (await _vault.StatusAsync()).Split('\n').ShouldBe([$" M {Index}", "A  个人/staged.md", "?? 个人/draft.md"], ignoreOrder: true);
        File.Exists(HookMark).ShouldBeFalse("no hook ran");
    }

    [Fact]
    public async Task A_correction_is_a_commit_of_its_own_and_a_takedown_removes_the_card()
    {
        await StartAsync();
        var day = NewDay();
        var item = day.Item(1);
        await day.PublishAsync(item);
        await SavedAsync(day);

        await day.CorrectAsync(item, item.Content with { Summary = "P99 从 180ms 升到 19s。" });
        await CommittedAsync(Subject(day, 2));
        var before = await _vault.FilesAsync();
        (await _vault.ShowAsync(day.Note)).ShouldContain("19s");
        await day.WithdrawAsync(item.Content.ItemId, WithdrawalKind.Takedown);
        await CommittedAsync(Subject(day, 3));

        var after = await _vault.FilesAsync();
        before.Except(after).Count().ShouldBe(1, "the card under its former name");
        (await _vault.StatusAsync()).ShouldBeEmpty();
        (await _vault.LogAsync()).Length.ShouldBe(4);
    }

    [Fact]
    public async Task A_repository_with_names_of_sha256_is_committed_to_without_what_was_removed_rebased_and_pushed()
    {
        var remote = await StartAsync(remote: true, names: "sha256");
        var day = NewDay();
        var item = day.Item(1);
        await day.PublishAsync(item);
        await SavedAsync(day);
        (await _vault.HeadAsync()).Length.ShouldBe(64);
        var before = await remote.FilesAsync();
        var laptop = await remote.CloneAsync(Path.Combine(_folder.FullName, "laptop"));
        await laptop.CommitAsync("个人/laptop.md", "theirs");
        await laptop.RunAsync("push", "-q");

        await day.WithdrawAsync(item.Content.ItemId, WithdrawalKind.Takedown);
        await Eventually.GetAsync(
            () => remote.LogAsync(),
            log => log[0] == $"资讯 机器人: {Subject(day, 2)}",
            "the takedown at the remote"
        );
        await FaultAsync(null);

        before.Except(await remote.FilesAsync()).ShouldHaveSingleItem("the card under its former name");
        (await remote.LogAsync())[1].ShouldBe("ann: my 个人/laptop.md");
        (await _vault.HeadAsync()).ShouldBe(await remote.HeadAsync());
        (await _vault.StatusAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repository_without_a_commit_ignored_notes_and_names_like_options()
    {
        await StartAsync(
            remote: true,
            isEmpty: true,
            settings:
            [
                ("Publisher:DigestPath", "--upload-pack=touch pwned {date}.md"),
                ("Publisher:CardPath", "-rf/{date} $(touch pwned) {slug}.md"),
                ("Publisher:IndexPath", "ignored/索引.md"),
            ]
        );
        await _vault.WriteAsync(".gitignore", "ignored/\n");

        var day = NewDay();
        await day.PublishAsync(day.Item(1));
        await SavedAsync(day);

        var files = await _vault.FilesAsync();
        files.Length.ShouldBe(2);
        files.ShouldContain($"--upload-pack=touch pwned {day.Date:yyyy-MM-dd}.md");
        files.ShouldContain(file => file.StartsWith($"-rf/{day.Date:yyyy-MM-dd} $(touch pwned) "));
        (await new GitFolder(RemotePath).FilesAsync()).ShouldBe(files);
        Directory.EnumerateFiles(_vault.Path, "pwned*", SearchOption.AllDirectories).ShouldBeEmpty();
        (await _vault.StatusAsync()).ShouldBe("?? .gitignore");
    }

    [Fact]
    public async Task What_a_person_pushed_meanwhile_comes_first_and_into_the_vault()
    {
        var remote = await StartAsync(remote: true);
        await SavedAsync(await PublishAsync());
        var laptop = await remote.CloneAsync(Path.Combine(_folder.FullName, "laptop"));
        await laptop.CommitAsync("个人/laptop.md", "theirs");
        await laptop.WriteAsync(Index, $"{await laptop.ReadAsync(Index)}\n我在笔记本上写的\n");
        await laptop.RunAsync("commit", "-qam", "my index");
        await laptop.RunAsync("push", "-q");
        var theirs = await laptop.HeadAsync();

        var day = await PublishAsync();
        await SavedAsync(day);

        (await _vault.HeadAsync()).ShouldBe(await remote.HeadAsync());
        (await remote.LogAsync())[..3].ShouldBe([$"资讯 机器人: {Subject(day)}", "ann: my index", "ann: my 个人/laptop.md"]);
        (await remote.RunAsync("rev-parse", "main~1")).ShouldBe(theirs, "a person's commit is not made again");
        (await _vault.ReadAsync("个人/laptop.md")).ShouldBe("theirs");
        var index = await _vault.ReadAsync(Index);
        index.ShouldContain($"[[{day.Date:yyyy-MM-dd}-资讯日报]]");
        index.ShouldContain("我在笔记本上写的");
        (await _vault.StatusAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conflict_changes_nothing_until_a_person_merged()
    {
        var remote = await StartAsync(remote: true);
        // What the remote had before the start would be taken into the vault first.
        await Eventually.GetAsync(ViewAsync, view => view is { PushedAt: not null, NextAt: null }, "the look at the start");
        var day = NewDay();
        var laptop = await remote.CloneAsync(Path.Combine(_folder.FullName, "laptop"));
        await laptop.CommitAsync(day.Note, "a person's note of the same name");
        await laptop.RunAsync("push", "-q");
        var theirs = await laptop.HeadAsync();

        await day.PublishAsync(day.Item(1));
        var faulty = await FaultAsync(RepositoryFault.Conflict);

        faulty.Reason!.ShouldContain(day.Note);
        faulty.Unpushed.ShouldBe(1);
        await Eventually.HealthAsync(_app!.CreateClient(), "Degraded\nvault-repository: Degraded");
        (await remote.HeadAsync()).ShouldBe(theirs);
        (await _vault.LogAsync())[0].ShouldStartWith("资讯 机器人: ");
        (await _vault.ReadAsync(day.Note)).ShouldBe(await day.MarkdownAsync());
        (await _vault.StatusAsync()).ShouldBeEmpty();

        await _vault.RunAsync("pull", "-q", "--no-rebase", "--no-edit", "-X", "ours", remote.Path, "main");
        await FaultAsync(null);

        (await remote.HeadAsync()).ShouldBe(await _vault.HeadAsync());
        (await remote.RunAsync("merge-base", "--is-ancestor", theirs, "main")).ShouldBeEmpty();
        (await remote.ShowAsync(day.Note)).ShouldBe((await day.MarkdownAsync()).TrimEnd('\n'));
    }

    [Fact]
    public async Task A_persons_commit_in_the_vault_is_pushed_as_it_is_and_never_made_again()
    {
        var remote = await StartAsync(remote: true);
        await SavedAsync(await PublishAsync());
        var mine = await _vault.CommitAsync("个人/vault.md", "not pushed");
        await SavedAsync(await PublishAsync());
        (await remote.RunAsync("rev-parse", "main~1")).ShouldBe(mine);

        var laptop = await remote.CloneAsync(Path.Combine(_folder.FullName, "laptop"));
        await laptop.CommitAsync("个人/laptop.md", "theirs");
        await laptop.RunAsync("push", "-q");
        var second = await _vault.CommitAsync("个人/vault.md", "not pushed either");
        await PublishAsync();
        var diverged = await FaultAsync(RepositoryFault.Diverged);

        diverged.Reason!.ShouldContain(second[..10]);
        (await _vault.RunAsync("rev-parse", "main~1")).ShouldBe(second);
        await _vault.RunAsync("pull", "-q", "--no-rebase", "--no-edit", remote.Path, "main");
        await FaultAsync(null);
        (await remote.HeadAsync()).ShouldBe(await _vault.HeadAsync());
        (await remote.RunAsync("merge-base", "--is-ancestor", second, "main")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Edits_that_nobody_committed_are_not_overwritten()
    {
        var remote = await StartAsync(remote: true);
        await SavedAsync(await PublishAsync());
        var laptop = await remote.CloneAsync(Path.Combine(_folder.FullName, "laptop"));
        await laptop.CommitAsync("个人/first.md", "from the laptop");
        await laptop.RunAsync("push", "-q");
        await _vault.WriteAsync("个人/first.md", "half a sentence");

        await PublishAsync();
        (await FaultAsync(RepositoryFault.LocalEdits)).Reason!.ShouldContain("个人/first.md");

        (await _vault.ReadAsync("个人/first.md")).ShouldBe("half a sentence");
        (await _vault.StatusAsync()).ShouldBe(" M 个人/first.md");
        (await remote.HeadAsync()).ShouldBe(await laptop.HeadAsync());
        await _vault.RunAsync("checkout", "-q", "--", "个人/first.md");
        await FaultAsync(null);
        (await _vault.ReadAsync("个人/first.md")).ShouldBe("from the laptop");
        (await remote.HeadAsync()).ShouldBe(await _vault.HeadAsync());
    }

    [Fact]
    public async Task A_remote_that_is_away_or_refuses_gets_everything_later()
    {
        var remote = await StartAsync(remote: true);
        Directory.Move(RemotePath, RemotePath + ".away");
        var first = await PublishAsync();
        await CommittedAsync(Subject(first));
        await FaultAsync(RepositoryFault.RemoteAway);
        var head = await _vault.HeadAsync();

        Directory.Move(RemotePath + ".away", RemotePath);
        await FaultAsync(null);
        (await remote.HeadAsync()).ShouldBe(head);

        var hook = Path.Combine(RemotePath, "hooks/pre-receive");
        await File.WriteAllTextAsync(hook, "#!/bin/sh\necho 'not on Mondays' >&2\nexit 1\n", Cancel);
        File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var second = await PublishAsync();
        await CommittedAsync(Subject(second));
        (await FaultAsync(RepositoryFault.Refused)).Reason!.ShouldContain("pre-receive hook declined");
        (await remote.HeadAsync()).ShouldBe(head);

        File.Delete(hook);
        await FaultAsync(null);
        (await remote.LogAsync())[..2].ShouldBe([$"资讯 机器人: {Subject(second)}", $"资讯 机器人: {Subject(first)}"]);
    }

    [Fact]
    public async Task An_attempt_that_outlived_its_lease_undoes_nothing_that_its_successor_kept()
    {
        var remote = await StartAsync(remote: true);
        await SavedAsync(await PublishAsync());
        // Who pushes first waits there; whoever comes later is refused.
        var hook = Path.Combine(RemotePath, "hooks/pre-receive");
        await File.WriteAllTextAsync(hook, "#!/bin/sh\nmkdir first || exit 1\nuntil [ -e go ]; do sleep 0.1; done\n", Cancel);
        File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await PublishAsync();
        await Eventually.GetAsync(() => Task.FromResult(Directory.Exists(Path.Combine(RemotePath, "first"))), isThere => isThere);

        await _app!.WithDbAsync(db =>
            db.RepositoryStates.ExecuteUpdateAsync(update => update.SetProperty(state => state.LeasedUntil, (DateTimeOffset?)null), Cancel)
        );
        await PublishAsync();
        await _app.WithScopeAsync((SaveNotes successor) => successor.NextAsync(Cancel));
        (await ViewAsync()).Unpushed.ShouldBe(2);
        await File.WriteAllTextAsync(Path.Combine(RemotePath, "go"), "", Cancel);
        var first = await _vault.RunAsync("rev-parse", "main~1");
        await Eventually.GetAsync(remote.HeadAsync, head => head == first, "the first push");
        // Where the successor's commit was no longer known as ours, a person would have to merge.
        var laptop = await remote.CloneAsync(Path.Combine(_folder.FullName, "laptop"));
        await laptop.CommitAsync("个人/laptop.md", "theirs");
        await remote.RunAsync("fetch", "-q", laptop.Path, "main:main");
        File.Delete(hook);

        await FaultAsync(null);
        (await remote.HeadAsync()).ShouldBe(await _vault.HeadAsync());
        (await remote.LogAsync()).Length.ShouldBe(5);
    }

    [Fact]
    public async Task A_merge_under_way_and_an_index_in_use_are_waited_for()
    {
        await StartAsync();
        await _vault.WriteAsync(".git/index.lock", "");
        var day = await PublishAsync();
        (await FaultAsync(RepositoryFault.Busy)).Reason!.ShouldContain("index.lock");
        (await _vault.LogAsync()).Length.ShouldBe(1);

        // As a process of this service leaves it that was killed.
        await _vault.WriteAsync(".git/index.lock", "news-educator\n");
        await FaultAsync(null);
        (await _vault.ShowAsync(day.Note)).ShouldBe((await day.MarkdownAsync()).TrimEnd('\n'));

        await _vault.WriteAsync(".git/MERGE_HEAD", await _vault.HeadAsync());
        await PublishAsync();
        (await FaultAsync(RepositoryFault.Busy)).Reason!.ShouldContain("MERGE_HEAD");
        File.Delete(Path.Combine(_vault.Path, ".git/MERGE_HEAD"));
        await FaultAsync(null);
        (await _vault.LogAsync()).Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_folder_that_is_no_repository_and_settings_that_run_programs_are_named_at_the_start()
    {
        _app = await PublisherApp.StartAsync(Settings());
        _vault = new GitFolder(_app.Vault);
        (await FaultAsync(RepositoryFault.NotARepository)).Reason!.ShouldBe(
            $"'{_app.Vault}' is no git repository, so nothing is committed: run 'git init' there, or set Publisher:Git:IsOn to false."
        );

        await _vault.RunAsync("init", "-q", "-b", "main");
        await _vault.RunAsync("config", "filter.lfs.clean", $"touch {HookMark}");
        await _vault.RunAsync("config", "core.sshCommand", $"touch {HookMark}");
        (await FaultAsync(RepositoryFault.ForeignSettings)).Reason!.ShouldContain("core.sshcommand");

        await _vault.RunAsync("config", "--unset", "core.sshCommand");
        await _vault.RunAsync("config", "--remove-section", "filter.lfs");
        await FaultAsync(null);
        File.Exists(HookMark).ShouldBeFalse();
    }

    private string HookMark => Path.Combine(_folder.FullName, "ran");

    private static (string Key, string Value)[] Settings() =>
        [
            ("Publisher:Git:IsOn", "true"),
            ("Publisher:Git:Author", "资讯 机器人"),
            ("Publisher:Git:Email", "bot@news.example"),
            ("Publisher:Git:LongestPause", "00:00:01"),
        ];

    private async Task<GitFolder> StartAsync(
        bool remote = false,
        bool isEmpty = false,
        (string Key, string Value)[]? settings = null,
        string names = "sha1"
    )
    {
        (string Key, string Value)[] ofRemote = remote ? [("Publisher:Git:Remote", RemotePath)] : [];
        _app = await PublisherApp.StartAsync([.. Settings(), .. ofRemote, .. settings ?? []]);
        _vault = isEmpty ? new GitFolder(_app.Vault) : await GitFolder.MakeAsync(_app.Vault, names);
        if (isEmpty)
        {
            await _vault.RunAsync("init", "-q", "-b", "main");
        }

        var bare = await GitFolder.BareAsync(RemotePath, names);
        if (remote && !isEmpty)
        {
            await _vault.RunAsync("push", "-q", RemotePath, "main");
        }

        return bare;
    }

    private Task HookAsync(string file)
    {
        var hook = Path.Combine(_vault.Path, file);
        File.WriteAllText(hook, $"#!/bin/sh\ntouch '{HookMark}'\n");
        File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return Task.CompletedTask;
    }

    private ReleasedDay NewDay() => new(_app!);

    private async Task<ReleasedDay> PublishAsync()
    {
        var day = NewDay();
        await day.PublishAsync(day.Item(1));
        await day.WrittenAsync();
        return day;
    }

    private async Task<RepositoryView> ViewAsync()
    {
        using var http = _app!.CreateOperator();
        return await new VaultDesk(http).ViewAsync();
    }

    /// <summary>Waits until the digest is committed and, where there is a remote, pushed.</summary>
    private async Task SavedAsync(ReleasedDay day)
    {
        await Eventually.GetAsync(() => _vault.RunAsync("log", "--format=%s", "main"), log => log.Contains(Subject(day)), Subject(day));
        using var http = _app!.CreateOperator();
        await new VaultDesk(http).SavedAsync();
    }

    private static string Subject(ReleasedDay day, int revision = 1) => $"资讯日报 {day.Date:yyyy-MM-dd}，第 {revision} 版";

    private async Task<RepositoryView> FaultAsync(RepositoryFault? fault)
    {
        using var http = _app!.CreateOperator();
        return await new VaultDesk(http).FaultAsync(fault);
    }

    private Task<string> CommittedAsync(string subject) =>
        Eventually.GetAsync(() => _vault.RunAsync("log", "-1", "--format=%s"), latest => latest == subject, subject);
}
