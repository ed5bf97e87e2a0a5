using System.Net;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>The built AppHost with its services: one run that all look at, and one beside it that ends.</summary>
public sealed class WholeRunTests(DemoRun demo) : IClassFixture<DemoRun>, IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void It_says_where_everything_is()
    {
        var run = demo.Run;

        run.Lines.ShouldContain($"Ready: review {Address(run, "review")} digests {Address(run, "publisher")}/digests dashboard {run.Endpoints["dashboard"].OriginalString}");
        run.Lines.ShouldContain($"sign in: {Address(run, "review")}/signin?token={run.Token}");
        run.Lines.ShouldContain(line => line.StartsWith("PostgreSQL and RabbitMQ: ", StringComparison.Ordinal));
        run.Lines.ShouldContain(line => line.StartsWith("waiting: ", StringComparison.Ordinal));
        run.Endpoints["messaging"].UserInfo.ShouldStartWith("subscriber:");
        run.Endpoints["messaging-admin"].Scheme.ShouldBe("amqp");
        foreach (var secret in new[] { "local-token", "service-token", "dashboard-token", "signing-key", "broker-definitions.json", "endpoints.json" })
        {
            File.GetUnixFileMode(Path.Combine(run.Data, secret)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task The_dashboard_opens_with_its_token_only()
    {
        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var address = demo.Run.Endpoints["dashboard"];

        (await stranger.GetAsync(new Uri(address, "/"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var owner = new HttpClient();
        var page = await owner.GetAsync(address, TestContext.Current.CancellationToken);

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldNotBe("/login");
    }

    [Fact]
    public async Task A_killed_service_is_started_again()
    {
        var before = demo.Run.ProcessOf("publisher");

        demo.Run.Kill("publisher");

        await Eventually.GetAsync(() => Task.FromResult(demo.Run.ProcessOf("publisher")), now => now is not null && now != before, "another process", 120);
        using var client = demo.Run.Client("publisher");
        await Eventually.HealthyAsync(client);
        demo.Run.Lines.ShouldContain(line => line.StartsWith("publisher ended with exit code ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_one_beside_it_leaves_nothing_running_when_it_or_Aspires_own_process_is_killed()
    {
        var others = demo.Run.Processes();
        await using var run = await AppHostRun.StartOnAsync(_data.Path);
        var (token, processes) = (run.Token, run.Processes());
        run.Endpoints.Values.Intersect(demo.Run.Endpoints.Values).ShouldBeEmpty();
        token.ShouldNotBe(demo.Run.Token);
        processes.Count.ShouldBeGreaterThan(6);

        await run.KillAsync();
        await EndedAsync(processes);

        await using var next = await AppHostRun.StartOnAsync(_data.Path);
        next.Token.ShouldBe(token, "it goes on with its data");
        processes = next.Processes();
        processes.Where(process => Processes.NameOf(process) == "dcp").ToList().ForEach(process => Processes.Signal(process, "KILL"));
        await EndedAsync(processes);
        await Eventually.GetAsync(
            () => Task.FromResult(next.Lines),
            lines => lines.Any(line => line.Contains("Aspire's DCP ended", StringComparison.Ordinal)),
            "a word about it",
            60);
        others.ShouldAllBe(process => Processes.IsAlive(process));
    }

    private static Task<List<string>> EndedAsync(IReadOnlyList<int> processes) =>
        Eventually.GetAsync(() => Task.FromResult(processes.Where(Processes.IsAlive).Select(Processes.NameOf).ToList()), alive => alive.Count == 0, "the processes to end", 60);

    private static string Address(AppHostRun run, string resource) => run.Endpoints[resource].OriginalString;
}
