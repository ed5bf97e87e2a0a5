using NewsEducator.DeliveryRun;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>The service is killed once the remote has taken its commits and the vault has not moved to them.</summary>
public sealed class KilledVaultTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newseducator-killed-");
    private PublisherProcess _publisher = null!;
    private GitFolder _vault = null!;
    private GitFolder _remote = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _vault = await GitFolder.MakeAsync(_folder.CreateSubdirectory("vault").FullName);
        _remote = await GitFolder.BareAsync(In("remote.git"));
        await _vault.RunAsync("push", "-q", _remote.Path, "main");
        _publisher = await PublisherProcess.MakeAsync(_vault, _remote);
    }

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(false, Traits = ["Category", "Long"])]
    [InlineData(true)]
    public async Task The_next_start_brings_the_vault_to_the_remotes_commit_and_nothing_is_lost_or_doubled(bool areFilesMoved)
    {
        await _publisher.PublishAsync(new DayOfReview(1));
        await SavedAsync(1);
        var laptop = await _remote.CloneAsync(In("laptop"));
        await laptop.CommitAsync("个人/laptop.md", "theirs");
        await laptop.CommitAsync("个人/first.md", "changed on the laptop");
        await laptop.RunAsync("push", "-q");
        await KillAsItIsPushedAsync();

        await _publisher.PublishAsync(new DayOfReview(2));
        await _publisher.GoneAsync();

        var pushed = await _remote.HeadAsync();
        (await _vault.HeadAsync()).ShouldNotBe(pushed);
        if (areFilesMoved)
        {
            // It was killed a moment later: the files are those of the commit, the index and the branch are not.
            await _vault.RunAsync("restore", $"--source={pushed}", "--worktree", "--", ".");
        }

        File.Delete(Hook);
        await _publisher.LeaseEndsAsync();
        await _publisher.StartAsync();
        await SavedAsync(2);

        (await _vault.HeadAsync()).ShouldBe(pushed);
        (await _remote.HeadAsync()).ShouldBe(pushed);
        (await _vault.StatusAsync()).ShouldBeEmpty();
        (await _vault.ReadAsync("个人/first.md")).ShouldBe("changed on the laptop");
        var log = await _vault.LogAsync();
        log.Count(each => each.StartsWith("News-Educator: ", StringComparison.Ordinal)).ShouldBe(2, string.Join('\n', log));
        Directory
            .EnumerateFiles(Path.Combine(_vault.Path, ".git"))
            .Where(file => Path.GetFileName(file).StartsWith("index.", StringComparison.Ordinal))
            .ShouldBeEmpty("nothing of the killed process is left");

        await _publisher.PublishAsync(new DayOfReview(3));
        await SavedAsync(3);
        (await _remote.HeadAsync()).ShouldBe(await _vault.HeadAsync());
        (await _vault.RunAsync("rev-parse", "main~1")).ShouldBe(pushed);
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private string Hook => Path.Combine(_remote.Path, "hooks/post-receive");

    private async Task KillAsItIsPushedAsync()
    {
        await File.WriteAllTextAsync(Hook, $"#!/bin/sh\nkill -9 {_publisher.Id}\n", Cancel);
        File.SetUnixFileMode(Hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private async Task SavedAsync(int number)
    {
        var subject = $"资讯日报 {new DayOfReview(number).Date:yyyy-MM-dd}";
        await Eventually.GetAsync(() => _vault.RunAsync("log", "--format=%s", "main"), log => log.Contains(subject), subject);
        await _publisher.Vault.SavedAsync();
    }
}
