using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>The built AppHost with its services: one run that all look at, and one beside it that ends.</summary>
public sealed class WholeRunTests(DemoRun demo) : IClassFixture<DemoRun>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void It_says_where_everything_is()
    {
        var run = demo.Run;

        run.Lines.ShouldContain($"Ready: review {Address(run, "review")} digests {Address(run, "publisher")}/digests");
        run.Lines.ShouldContain($"sign in: {Address(run, "review")}/signin?token={run.Token}");
        run.Endpoints.Keys.ShouldBeSubsetOf(run.Lines.SelectMany(line => line.Split(' ', '│')));
        run.Endpoints["messaging"].Scheme.ShouldBe("amqp");
        foreach (var secret in new[] { "local-token", "service-token", "endpoints.json" })
        {
            File.GetUnixFileMode(Path.Combine(run.Data, secret)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Each_service_gets_what_the_topology_says()
    {
        var told = new[] { "collector", "summarizer", "compliance", "review", "publisher" }
            .SelectMany(service => NamesToldTo(demo.Run, service).Select(name => $"{service} {name}\n"));

        string.Concat(told).ShouldBe(Golden.Read("topology.env"));
    }

    [Fact]
    public async Task A_killed_service_is_started_again()
    {
        var before = demo.Run.ProcessOf("publisher");

        demo.Run.Kill("publisher");

        await UntilAsync(() => demo.Run.ProcessOf("publisher") is { } now && now != before);
        using var client = demo.Run.Client("publisher");
        await UntilAsync(async () => (await client.GetAsync(new Uri("/health", UriKind.Relative))).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_second_one_beside_it_leaves_nothing_running_when_it_is_killed_and_when_it_is_asked_to_stop()
    {
        var others = demo.Run.Processes();
        await using var run = await AppHostRun.StartOnAsync(_data.Path);
        var (token, processes) = (run.Token, run.Processes());
        run.Endpoints.Values.ShouldNotBe(demo.Run.Endpoints.Values);
        token.ShouldNotBe(demo.Run.Token);
        processes.Count.ShouldBeGreaterThan(6);

        await run.KillAsync();
        await UntilAsync(() => !processes.Any(IsAlive));

        await using var next = await AppHostRun.StartOnAsync(_data.Path);
        next.Token.ShouldBe(token, "it goes on with its data");
        processes = next.Processes();
        (await next.StopAsync()).ShouldBe(0);
        processes.ShouldAllBe(process => !IsAlive(process));
        others.ShouldAllBe(process => IsAlive(process));
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
