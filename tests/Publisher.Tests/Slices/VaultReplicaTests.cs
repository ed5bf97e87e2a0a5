using NewsEducator.DeliveryRun;
using NewsEducator.Publisher.Notes;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>Two processes of the service have one database, one vault and one remote, which people use as well.</summary>
public sealed class VaultReplicaTests : IAsyncLifetime
{
    private const int Days = 12;
    private const string Index = "01-导航索引/News-MOC.md";
    private const string LastLine = "*本文件由 News-Educator 自动生成；只收录审核人通过的条目。*\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newseducator-replicas-");
    private PublisherProcess _first = null!;
    private PublisherProcess _second = null!;
    private GitFolder _vault = null!;
    private GitFolder _remote = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _vault = await GitFolder.MakeAsync(In("vault"));
        _remote = await GitFolder.BareAsync(In("remote.git"));
        await _vault.RunAsync("push", "-q", _remote.Path, "main");
        _first = await PublisherProcess.MakeAsync(_vault, _remote);
        _second = await _first.ReplicaAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _second.DisposeAsync();
        await _first.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Nothing_is_doubled_no_commit_is_lost_and_no_note_is_ever_half_written()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var halves = WatchAsync(stop.Token);
        var pushes = PushFromLaptopAsync();

        await Task.WhenAll(Enumerable.Range(1, Days).Select(PublishAsync));
        var theirs = await pushes;
        await _first.Vault.SavedAsync();

        await stop.CancelAsync();
        (await halves).ShouldBeEmpty();
        await ShouldHoldAsync(Days, theirs);
    }

    [Fact]
    public async Task A_replica_that_is_killed_leaves_the_rest_to_the_other()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var halves = WatchAsync(stop.Token);
        await Task.WhenAll(Enumerable.Range(1, Days / 2).Select(PublishAsync));

        var rest = Task.WhenAll(Enumerable.Range((Days / 2) + 1, Days / 2).Select(PublishAsync));
        await _first.KillAsync();
        await _second.LeaseEndsAsync();
        await rest;
        await _second.Vault.SavedAsync();

        await stop.CancelAsync();
        (await halves).ShouldBeEmpty();
        await ShouldHoldAsync(Days, []);
    }

    private string In(string name) => Directory.CreateDirectory(Path.Combine(_folder.FullName, name)).FullName;

    private async Task PublishAsync(int number)
    {
        var day = new DayOfReview(number);
        await _first.PublishAsync(day);
        await Eventually.GetAsync(
            () => _remote.FilesAsync(),
            files => files.Any(file => file.EndsWith($"/{day.Date:yyyy-MM-dd}-资讯日报.md", StringComparison.Ordinal)),
            $"{day.Date:yyyy-MM-dd} at the remote"
        );
    }

    /// <returns>The commits, as they are at the remote.</returns>
    private async Task<List<string>> PushFromLaptopAsync()
    {
        var laptop = await _remote.CloneAsync(In("laptop"));
        List<string> pushed = [];
        for (var number = 1; number <= 5; number++)
        {
            await laptop.CommitAsync($"个人/laptop-{number}.md", "theirs");
            await Eventually.GetAsync(
                async () => await laptop.TryAsync("pull", "-q", "--rebase") is { ExitCode: 0 } ? await laptop.TryAsync("push", "-q") : null,
                push => push is { ExitCode: 0 },
                "the laptop's push"
            );
            pushed.Add(await laptop.HeadAsync());
        }

        return pushed;
    }

    /// <returns>Notes that were seen half written.</returns>
    private async Task<List<string>> WatchAsync(CancellationToken stop)
    {
        List<string> halves = [];
        while (!stop.IsCancellationRequested)
        {
            foreach (var file in Directory.EnumerateFiles(_vault.Path, "*.md", SearchOption.AllDirectories))
            {
                var text = await ReadAsync(file);
                var isWhole = file.EndsWith(Index, StringComparison.Ordinal)
                    ? text.Split(IndexBlock.Begin).Length == text.Split(IndexBlock.End).Length
                    : !file.EndsWith("-资讯日报.md", StringComparison.Ordinal) || text.EndsWith(LastLine, StringComparison.Ordinal);
                if (!isWhole)
                {
                    halves.Add($"{file}: {text}");
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
        }

        return halves;
    }

    private async Task ShouldHoldAsync(int days, List<string> theirs)
    {
        (await _remote.HeadAsync()).ShouldBe(await _vault.HeadAsync());
        // A killed process may leave a draft beside a note, hidden and of another kind.
        (await _vault.StatusAsync())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldAllBe(line => line.TrimEnd('"').EndsWith(".tmp", StringComparison.Ordinal));
        var commits = (await _remote.RunAsync("rev-list", "main")).Split('\n');
        theirs.ShouldBeSubsetOf(commits);
        var (log, files, index) = (await _remote.LogAsync(), await _remote.FilesAsync(), await _remote.ShowAsync(Index));
        foreach (var date in Enumerable.Range(1, days).Select(number => $"{new DayOfReview(number).Date:yyyy-MM-dd}"))
        {
            log.Count(line => line == $"News-Educator: 资讯日报 {date}，第 1 版").ShouldBe(1, string.Join('\n', log));
            files.Count(file => file.Contains(date, StringComparison.Ordinal)).ShouldBe(2, $"a note and a card of {date}");
            index.Split($"- [[{date}-资讯日报]]").Length.ShouldBe(2, $"once in the index: {date}");
        }

        log.Length.ShouldBe(1 + days + theirs.Count);
        (await _vault.ReadAsync(Index)).TrimEnd('\n').ShouldBe(index);
    }

    private static async Task<string> ReadAsync(string file)
    {
        try
        {
            return await File.ReadAllTextAsync(file, Cancel);
        }
        catch (FileNotFoundException)
        {
            // Moved by git meanwhile; the next look sees it.
            return LastLine;
        }
    }
}
