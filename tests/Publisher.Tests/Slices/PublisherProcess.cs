using System.Globalization;
using System.Net.Http.Headers;
using NewsEducator.Contracts;
using NewsEducator.DeliveryRun;
using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>The built service as a process of its own, with what Review sends it and hears from it.</summary>
internal sealed class PublisherProcess : IAsyncDisposable
{
    private readonly ServiceHome _home;
    private readonly (string Key, string Value)[] _settings;
    private readonly RestartableProgram _program;
    private readonly NpgsqlDataSource _database;
    private readonly KeptMessages _review;

    private PublisherProcess(ServiceHome home, (string Key, string Value)[] settings, KeptMessages review)
    {
        (_home, _settings, _review) = (home, settings, review);
        _database = NpgsqlDataSource.Create(home.Database);
        Http.BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{LoopbackPort.Free()}"));
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "operator");
        _program = RestartableProgram.Service(
            "Publisher",
            Http.BaseAddress,
            [
                ("ConnectionStrings:publisherdb", home.Database),
                ("ConnectionStrings:messaging", home.Messaging),
                ("Database:MigrateAtStart", "true"),
                ("Auth:LocalToken", "operator"),
                ($"Signing:PublicKeys:{TestSigning.KeyId}", TestSigning.Public),
                ("Publisher:PublicUrl", "https://news.example"),
                .. settings,
            ]
        );
    }

    public HttpClient Http { get; } = new();

    public VaultDesk Vault => new(Http);

    public int Id => _program.Id;

    private bool IsReplica { get; init; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="settings">Beside those that it needs.</param>
    public static async Task<PublisherProcess> MakeAsync(params (string Key, string Value)[] settings)
    {
        var servers = await TestServers.StartAsync();
        var home = new ServiceHome(servers.NewDatabase(), await servers.NewVirtualHostAsync());
        var review = await KeptMessages.StartAsync(home.Messaging, endpoint => endpoint.Keep<PackPublished>());
        var publisher = new PublisherProcess(home, settings, review);
        await publisher.StartAsync();
        return publisher;
    }

    /// <summary>With a vault in git that is saved soon.</summary>
    public static Task<PublisherProcess> MakeAsync(GitFolder vault, GitFolder remote) =>
        MakeAsync(
            ("Publisher:NotesFolder", vault.Path),
            ("Publisher:Git:IsOn", "true"),
            ("Publisher:Git:Remote", remote.Path),
            ("Publisher:Git:LongestPause", "00:00:01")
        );

    /// <summary>A second process of the same service. Dispose of it before its first.</summary>
    public async Task<PublisherProcess> ReplicaAsync()
    {
        var replica = new PublisherProcess(_home, _settings, _review) { IsReplica = true };
        await replica.StartAsync();
        return replica;
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        await _database.DisposeAsync();
        Http.Dispose();
        if (!IsReplica)
        {
            await _review.DisposeAsync();
        }
    }

    public Task StartAsync() =>
        _program.StartAsync(async () => (await Http.GetAsync(new Uri("/health", UriKind.Relative), Cancel)).IsSuccessStatusCode);

    public Task KillAsync() => _program.KillAsync();

    /// <summary>Somebody else ends it.</summary>
    public Task GoneAsync() => _program.GoneAsync().WaitAsync(TimeSpan.FromSeconds(60), Cancel);

    public async Task PublishAsync(DayOfReview day)
    {
        await SendAsync(day.Approved());
        await SendAsync(day.Released());
        await _review.ReceivedAsync<PackPublished>(message => message.PackId == day.PackId);
    }

    public Task SendAsync<T>(T message)
        where T : class, IMessage => _review.SendAsync(message);

    /// <summary>A process that is killed while it saves the vault keeps the lease for minutes.</summary>
    public async Task LeaseEndsAsync() => (await ExecuteAsync("UPDATE repository_states SET leased_until = NULL")).ShouldBe(1);

    /// <returns>The rows that it touched.</returns>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>Others wait for what it locks until the connection is disposed.</summary>
    public async Task<NpgsqlConnection> LockAsync(string sql)
    {
        var connection = await _database.OpenConnectionAsync(Cancel);
        await using var command = new NpgsqlCommand($"BEGIN; {sql}", connection);
        await command.ExecuteNonQueryAsync(Cancel);
        return connection;
    }
}
