using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>The built AppHost with its services. One after the other: each run is fifteen processes.</summary>
public sealed class WholeRunTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task It_says_where_everything_is()
    {
        await using var run = await AppHostRun.StartOnAsync(_data.Path);

        run.Lines.ShouldContain($"Ready: review {Address(run, "review")} digests {Address(run, "publisher")}/digests");
        run.Lines.ShouldContain($"sign in: {Address(run, "review")}/signin?token={run.Token}");
        run.Endpoints.Keys.ShouldBeSubsetOf(run.Lines.SelectMany(line => line.Split(' ', '│')));
        run.Endpoints["messaging"].Scheme.ShouldBe("amqp");
        foreach (var secret in new[] { "local-token", "service-token", "endpoints.json" })
        {
            File.GetUnixFileMode(_data.In(secret)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Each_service_gets_what_the_topology_says()
    {
        await using var run = await AppHostRun.StartOnAsync(_data.Path, "--demo", "true");

        var told = new[] { "collector", "summarizer", "compliance", "review", "publisher" }
            .SelectMany(service => NamesToldTo(run, service).Select(name => $"{service} {name}\n"));

        string.Concat(told).ShouldBe(Golden.Read("topology.env"));
    }

    [Fact]
    public async Task A_killed_service_is_started_again()
    {
        await using var run = await AppHostRun.StartOnAsync(_data.Path);
        var before = run.ProcessOf("publisher");

        run.Kill("publisher");

        await UntilAsync(() => run.ProcessOf("publisher") is { } now && now != before);
        using var client = run.Client("publisher");
        await UntilAsync(async () => (await client.GetAsync(new Uri("/health", UriKind.Relative))).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Asked_to_stop_it_leaves_nothing_running()
    {
        await using var run = await AppHostRun.StartOnAsync(_data.Path);
        var processes = run.Processes();

        (await run.StopAsync()).ShouldBe(0);

        processes.Count.ShouldBeGreaterThan(6);
        processes.ShouldAllBe(process => !IsAlive(process));
    }

    [Fact]
    public async Task Killed_it_leaves_nothing_running_and_the_next_start_recovers()
    {
        await using var run = await AppHostRun.StartOnAsync(_data.Path);
        var token = run.Token;
        var processes = run.Processes();

        await run.KillAsync();
        await UntilAsync(() => !processes.Any(IsAlive));

        await using var next = await AppHostRun.StartOnAsync(_data.Path);
        next.Token.ShouldBe(token);
    }

    [Fact]
    public async Task Two_run_side_by_side()
    {
        await using var one = await AppHostRun.StartOnAsync(_data.In("one"));
        await using var two = await AppHostRun.StartOnAsync(_data.In("two"));

        one.Endpoints.Values.ShouldNotBe(two.Endpoints.Values);
        one.Token.ShouldNotBe(two.Token);
        one.Processes().Count.ShouldBe(two.Processes().Count);
    }

    // What it was started with, less what it inherited from us and what its shell added.
    private static IEnumerable<string> NamesToldTo(AppHostRun run, string service) =>
        File.ReadAllText($"/proc/{run.ProcessOf(service)}/environ").Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(variable => variable.Split('=')[0])
            .Where(name => Environment.GetEnvironmentVariable(name) is null && name is not ("PWD" or "OLDPWD" or "SHLVL" or "_"))
            .Order(StringComparer.Ordinal);

    private static string Address(AppHostRun run, string resource) => run.Endpoints[resource].OriginalString;

    private static bool IsAlive(int process) => File.Exists($"/proc/{process}/stat") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (!await HoldsAsync(condition))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, patience.Token);
        }
    }

    private static async Task<bool> HoldsAsync(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
