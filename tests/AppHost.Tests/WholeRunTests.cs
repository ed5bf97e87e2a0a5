using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>The built AppHost with its services: one run that all look at, and one beside it that ends.</summary>
public sealed class WholeRunTests(DemoRun demo) : IClassFixture<DemoRun>, IDisposable
{
    private static readonly (string Title, int Sentence, string State)[] Planted =
    [
        ("根证书交叉签名过期", 2, "Contradicted"),
        ("上游连接池从不清理", 0, "Contradicted"),
        ("工作进程 GC 停顿超过租约", 1, "Contradicted"),
        ("幂等键查在了落后的副本上", 2, "Unchecked"),
    ];

    private static readonly string[] Resources = ["collector", "summarizer", "compliance", "review", "publisher", "postgres", "messaging"];

    // Servers and services, beside the AppHost and Aspire's own processes.
    private const int Started = 6;

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void It_says_where_everything_is()
    {
        var run = demo.Run;

        run.Lines.ShouldContain(
            $"Ready: review {Address(run, "review")} digests {Address(run, "publisher")}/digests dashboard {run.Endpoints["dashboard"].OriginalString}"
        );
        run.Lines.ShouldContain($"sign in: {Address(run, "review")}/signin?token={run.Token}");
        run.Lines.ShouldContain(line => line.StartsWith("PostgreSQL and RabbitMQ: ", StringComparison.Ordinal));
        run.Lines.ShouldContain(line => line.StartsWith("waiting: ", StringComparison.Ordinal));
        run.Endpoints["messaging"].UserInfo.ShouldStartWith("subscriber:");
        run.Endpoints["messaging-admin"].Scheme.ShouldBe("amqp");
        foreach (
            var secret in new[]
            {
                "local-token",
                "service-token",
                "dashboard-token",
                "signing-key",
                "broker-definitions.json",
                "endpoints.json",
            }
        )
        {
            File.GetUnixFileMode(Path.Combine(run.Data, secret)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task The_doctor_asks_the_services_that_run()
    {
        var doctor = await BuiltAppHost.RunAsync([], "doctor", "--data", demo.Run.Data);

        doctor.ExitCode.ShouldBe(0, doctor.Said);
        doctor.Said.ShouldContain($"{demo.Run.Data} is in use by a run, which is asked.");
        foreach (var service in RunningProduct.Services)
        {
            doctor.Said.ShouldMatch($@"(?m)^ok +{service} postgres +PostgreSQL at \S+ is \d+");
            doctor.Said.ShouldMatch($@"(?m)^ok +{service} rabbitmq +RabbitMQ at \S+ is \d.*, user {service}\.");
        }

        doctor.Said.ShouldMatch("(?m)^ok +publisher vault-folder ");
        doctor.Said.ShouldContain("0 faults, ");
        doctor.Said.ShouldNotContain(demo.Run.Token);
    }

    /// <summary>What each of the sentences that <c>samples/answers</c> plants ends as, from the script to the reviewer.</summary>
    [Fact]
    public async Task The_demos_model_is_a_script_and_its_lies_are_seen()
    {
        demo.Run.Lines.ShouldContain(line => line.StartsWith("The demo's model is a script", StringComparison.Ordinal));
        using var review = demo.Run.Client("review");

        foreach (var (title, sentence, state) in Planted)
        {
            var found = await Eventually.GetAsync(
                async () => await review.GetFromJsonAsync<JsonNode>($"/api/candidates?text={Uri.EscapeDataString(title)}"),
                page => page!["items"]!.AsArray().Count > 0,
                $"the candidate {title}",
                180
            );
            var sentences = found!["items"]![0]!["sentences"]!.AsArray();
            sentences.Count.ShouldBe(4);
            sentences[sentence]!["state"]!.ToString().ShouldBe(state, title);
            sentences.ShouldAllBe(each => each!["evidence"]!.AsArray().Count > 0);
        }
    }

    [Fact]
    public async Task The_dashboard_opens_with_its_token_only()
    {
        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var address = demo.Run.Endpoints["dashboard"];

        (await stranger.GetAsync(new Uri(address, "/"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
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

        await Eventually.GetAsync(
            () => Task.FromResult(demo.Run.ProcessOf("publisher")),
            now => now is not null && now != before,
            "another process",
            120
        );
        await demo.Run.HealthyAgainAsync("publisher");
        demo.Run.Lines.ShouldContain(line => line.StartsWith("publisher ended with exit code ", StringComparison.Ordinal));
    }

    /// <summary>A proxy that accepts connections for a server that is away keeps clients waiting in their handshake for good.</summary>
    [Theory]
    [Trait("Category", "Long")]
    [InlineData("messaging")]
    [InlineData("postgres")]
    public async Task A_server_that_is_away_refuses_connections_and_services_that_end_meanwhile_come_back(string server)
    {
        var address = demo.Run.Endpoints[server];
        demo.Run.Kill(server);
        demo.Run.Kill("publisher");

        using var client = new TcpClient();
        await Should.ThrowAsync<SocketException>(() =>
            client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken).AsTask()
        );

        await demo.Run.HealthyAgainAsync("publisher");
        await demo.Run.HealthyAgainAsync("review");
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_second_one_beside_it_leaves_nothing_running_when_it_or_Aspires_own_process_is_killed()
    {
        var others = Resources.ToDictionary(resource => resource, demo.Run.ProcessOf);
        others.Values.ShouldAllBe(process => process != null);
        await using var run = await AppHostRun.StartOnAsync(_data.Path);
        var token = run.Token;
        run.Endpoints.Values.Intersect(demo.Run.Endpoints.Values).ShouldBeEmpty();
        token.ShouldNotBe(demo.Run.Token);

        run.Processes().Where(process => Processes.NameOf(process) == "dcp").ToList().ForEach(process => Processes.Signal(process, "KILL"));
        await EndedAsync(run);
        await Eventually.GetAsync(
            () => Task.FromResult(run.Lines),
            lines => lines.Any(line => line.Contains("Aspire's DCP ended", StringComparison.Ordinal)),
            "a word about it"
        );

        await using var next = AppHostRun.BeginOn(_data.Path);
        await Eventually.GetAsync(() => Task.FromResult(next.Processes()), processes => processes.Count > Started, "its processes", 120);
        next.Token.ShouldBe(token, "it goes on with its data");
        await next.KillAsync();
        await EndedAsync(next);
        others.ShouldAllBe(other => demo.Run.ProcessOf(other.Key) == other.Value);
    }

    private static Task<IReadOnlyList<int>> EndedAsync(AppHostRun run) =>
        Eventually.GetAsync(() => Task.FromResult(run.Processes()), processes => processes.Count == 0, "the processes to end");

    private static string Address(AppHostRun run, string resource) => run.Endpoints[resource].OriginalString;
}
