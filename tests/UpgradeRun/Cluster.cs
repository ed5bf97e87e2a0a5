using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsEducator.AppHost.Tests.Deployment;
using NewsEducator.EndToEnd.Tests;
using NewsEducator.FaultRun;
using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.UpgradeRun;

/// <summary>A deployment as processes: the servers, the sample upstream, and replicas of whichever version with what its compose.yaml
/// gives them. Only host names, ports and where migrations run are of this machine.</summary>
internal sealed partial class Cluster : IAsyncDisposable
{
    // Those of the repositories that the generated items are of.
    private static readonly string[] Polled = ["ledger-issues", "gateway-issues", "tidequeue-issues", "frame-issues"];

    private readonly string _folder;
    private readonly Action<string, ProcessStartInfo> _adjust;
    private readonly DeployedPostgres _postgres;
    private readonly DeployedRabbitMq _messaging;
    private readonly int _upstreamPort = LoopbackPort.Free();
    private readonly Dictionary<string, Balancer> _balancers = RunningProduct.Services.ToDictionary(
        service => service,
        _ => new Balancer()
    );
    private readonly Dictionary<string, Queue<Replica>> _replicas = RunningProduct.Services.ToDictionary(
        service => service,
        _ => new Queue<Replica>()
    );
    private Replica? _upstream;
    private Task _polls = Task.CompletedTask;

    private Cluster(string folder, Action<string, ProcessStartInfo> adjust)
    {
        (_folder, _adjust) = (folder, adjust);
        _postgres = new DeployedPostgres(In("postgres"), In("secrets"));
        _messaging = new DeployedRabbitMq(In("messaging"), In("secrets"));
        Product = new RunningProduct(folder);
    }

    public RunningProduct Product { get; }

    /// <summary>The process of each server, and that of each service's oldest replica.</summary>
    public IReadOnlyDictionary<string, int> Processes =>
        new Dictionary<string, int>(_replicas.Select(each => KeyValuePair.Create(each.Key, each.Value.Peek().Id)))
        {
            ["postgres"] = _postgres.Process,
            ["messaging"] = _messaging.Process,
        };

    public Uri AddressOf(string service) => _balancers[service].Address;

    /// <param name="former">Makes the secrets, if it knows how.</param>
    /// <param name="run">Gets the cluster without any service.</param>
    /// <param name="adjust">Changes how a service is started, which it gets by name.</param>
    /// <returns>What the run found.</returns>
    public static async Task<T> WithAsync<T>(
        ProductVersion former,
        Func<Cluster, Progress, Task<T>> run,
        Action<string, ProcessStartInfo>? adjust = null
    )
    {
        var progress = new Progress();
        var data = Directory.CreateTempSubdirectory("newseducator-upgrade-");
        try
        {
            await using var cluster = await StartAsync(data.FullName, former, adjust ?? ((_, _) => { }));
            return await run(cluster, progress);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>One more replica of each service.</summary>
    public Task AddEachAsync(ProductVersion version) => Task.WhenAll(RunningProduct.Services.Select(service => AddAsync(version, service)));

    /// <summary>The sources list so many items more, and are polled now.</summary>
    /// <param name="items">How many.</param>
    /// <param name="first">So many that they listed before are left out.</param>
    /// <returns>The address of each.</returns>
    public async Task<IReadOnlyList<string>> CollectAsync(int items, int first = 0)
    {
        await _upstream!.DisposeAsync();
        var served = Serve(items, first);
        await _upstream.HealthyAsync();
        _polls = await PollAsync();
        return served;
    }

    /// <returns>Ends when all is fetched, where a version says so.</returns>
    private async Task<Task> PollAsync()
    {
        using var collector = Product.Client("collector");
        using var due = await collector.PostAsync(new Uri("/api/sources/poll", UriKind.Relative), null);
        // An earlier version polls one source at a time, while its caller waits.
        return due.IsSuccessStatusCode ? Task.CompletedTask : Task.WhenAll(Polled.Select(PollAsync));
    }

    /// <summary>A poll that is cut off, because its replica stops, is repeated when it is due.</summary>
    private async Task PollAsync(string source)
    {
        using var collector = Product.Client("collector");
        try
        {
            using var polled = await collector.PostAsync(new Uri($"/api/sources/{source}/poll", UriKind.Relative), null);
        }
        catch (Exception cut) when (cut is HttpRequestException or OperationCanceledException)
        {
            // See above.
        }
    }

    /// <returns>How many messages are committed and not sent yet.</returns>
    public async Task<long> UnsentAsync()
    {
        var databases = new Databases(Product);
        var unsent = 0L;
        foreach (var database in Databases.All)
        {
            unsent += await databases.CountAsync(database, "SELECT count(*) FROM outbox");
        }

        return unsent;
    }

    /// <summary>Until all is polled. What a stop cut off, and which would be due in a quarter of an hour, is polled again.</summary>
    public async Task PolledAsync()
    {
        await _polls;
        await await PollAsync();
    }

    private static async Task<Cluster> StartAsync(string folder, ProductVersion version, Action<string, ProcessStartInfo> adjust)
    {
        // PostgreSQL's own user has to pass through it.
        File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("755", 8));
        var cluster = new Cluster(folder, adjust);
        Directory.CreateDirectory(cluster.In("notes"));
        await cluster.WriteSecretsAsync(version);
        cluster._postgres.Start();
        cluster._messaging.Start();
        await Task.WhenAll(cluster._postgres.AnswersAsync(), cluster._messaging.AnswersAsync());
        cluster._postgres.MakeDatabases();
        cluster.Serve(0);
        cluster.Publish();
        return cluster;
    }

    /// <summary>As after each change of the version: what was made is kept, what is missing is added.</summary>
    public async Task WriteSecretsAsync(ProductVersion version)
    {
        var (postgres, messaging) = ($"localhost:{_postgres.Port}", $"127.0.0.1:{_messaging.Port}");
        var start = version.Deploys.Program("AppHost", "secrets", In("secrets"), "--postgres", postgres, "--messaging", messaging);
        Check(await ProgramRun.OfAsync(start, CancellationToken.None), "secrets");
        File.Copy(In("secrets/local-token"), In("local-token"), overwrite: true);
    }

    /// <summary>The five jobs of a rollout.</summary>
    public async Task MigrateAsync(ProductVersion version)
    {
        foreach (var service in RunningProduct.Services)
        {
            Check(await ProgramRun.OfAsync(Described(version, service, LoopbackPort.Free(), "migrate"), CancellationToken.None), service);
        }
    }

    /// <summary>One more replica, which is called as soon as it is ready.</summary>
    public async Task AddAsync(ProductVersion version, string service)
    {
        var port = LoopbackPort.Free();
        var replica = new Replica(Described(version, service, port), port);
        _replicas[service].Enqueue(replica);
        await replica.HealthyAsync();
        _balancers[service].Add(port);
    }

    /// <summary>Nobody calls the oldest replica any more, then it is asked to stop.</summary>
    /// <returns>How long the stop took.</returns>
    public async Task<TimeSpan> RemoveOldestAsync(string service)
    {
        await using var replica = _replicas[service].Dequeue();
        _balancers[service].Remove(replica.Port);
        return await replica.StopAsync();
    }

    /// <summary>The broker goes away while something is done.</summary>
    public async Task WithoutBrokerAsync(Func<Task> work)
    {
        await _messaging.StopAsync();
        await work();
        _messaging.Start();
        await _messaging.AnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_replicas.Values.SelectMany(replicas => replicas).Select(replica => replica.DisposeAsync().AsTask()));
        await (_upstream?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Task.WhenAll(_balancers.Values.Select(balancer => balancer.DisposeAsync().AsTask()));
        await Task.WhenAll(_postgres.StopAsync(), _messaging.StopAsync());
    }

    private string In(string name) => Path.Combine(_folder, name);

    private IReadOnlyList<string> Serve(int items, int first = 0)
    {
        var samples = Directory.CreateDirectory(In($"samples-{Text(first)}-{Text(items)}")).FullName;
        var served = GeneratedDay.Write(samples, items, first);
        var start = ProductVersion.Present.Program("samples/Upstream");
        start.Environment["ASPNETCORE_HTTP_PORTS"] = Text(_upstreamPort);
        start.Environment["Samples__Folder"] = samples;
        // More than GitHub grants a person, whose host would then rest for an hour.
        start.Environment["Samples__RequestsAnHour"] = "100000";
        _upstream = new Replica(start, _upstreamPort);
        return served;
    }

    private ProcessStartInfo Described(ProductVersion version, string service, int port, params string[] arguments)
    {
        var start = version.Program($"services/{char.ToUpperInvariant(service[0])}{service[1..]}", arguments);
        start.Environment.Clear();
        foreach (var (variable, value) in version.Deploys.EnvironmentOf(service))
        {
            var here = Neighbour().Replace(value, match => AddressOf(match.Groups["name"].Value).ToString().TrimEnd('/'));
            start.Environment[variable] = here switch
            {
                "/run/secrets" => In($"secrets/{service}"),
                "/vault" => In("notes"),
                _ => here,
            };
        }

        if (version.Deploys != version)
        {
            TellSecrets(start, service);
        }

        start.Environment["ASPNETCORE_HTTP_PORTS"] = Text(port);
        start.Environment["Database__MigrateAtStart"] = "false";
        if (service == "collector")
        {
            foreach (var upstream in (string[])["GitHub", "YouTube", "HuggingFace", "Web"])
            {
                start.Environment[$"Upstreams__{upstream}"] = $"http://127.0.0.1:{Text(_upstreamPort)}/{upstream.ToLowerInvariant()}/";
            }

            start.Environment["Collector__SourcesFile"] = Repository.In("samples/sources.yaml");
        }

        _adjust(service, start);
        return start;
    }

    /// <summary>A version from before deploy/ reads no secret files, and all its services have one account of the broker.</summary>
    private void TellSecrets(ProcessStartInfo start, string service)
    {
        foreach (var file in Directory.EnumerateFiles(In($"secrets/{service}")))
        {
            start.Environment[Path.GetFileName(file)] = File.ReadAllText(file);
        }

        start.Environment["ConnectionStrings__messaging"] = Product.Endpoints["messaging-admin"].ToString();
    }

    /// <summary>Tells the oracle where everything is, in the words of the AppHost.</summary>
    private void Publish()
    {
        var endpoints = RunningProduct.Services.ToDictionary(service => service, service => AddressOf(service).ToString());
        foreach (var database in Databases.All)
        {
            var service = database[..^"db".Length];
            var given = new NpgsqlConnectionStringBuilder(File.ReadAllText(In($"secrets/{service}/ConnectionStrings__{database}")));
            endpoints[database] = $"postgresql://{given.Username}:{given.Password}@{given.Host}:{Text(given.Port)}";
        }

        endpoints["messaging-admin"] =
            $"amqp://guest:{File.ReadAllText(In("secrets/messaging-password"))}@127.0.0.1:{Text(_messaging.Port)}";
        endpoints["messaging"] =
            $"amqp://subscriber:{File.ReadAllText(In("secrets/messaging/subscriber"))}@127.0.0.1:{Text(_messaging.Port)}";
        File.WriteAllText(In("endpoints.json"), JsonSerializer.Serialize(endpoints));
    }

    private static void Check(ProgramRun run, string what)
    {
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{what}: {run.Said}");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // http://review:8080
    [GeneratedRegex(@"http://(?<name>[a-z]+):8080")]
    private static partial Regex Neighbour();
}
