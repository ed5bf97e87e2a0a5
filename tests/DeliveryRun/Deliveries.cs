using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.DeliveryRun;

/// <summary>
/// Digests and corrections of them go out while a receiver of webhooks and a subscriber of the broker are killed and started again.
/// Afterwards both have seen every event at least once, and the revisions of each digest in order.
/// </summary>
/// <param name="digests">How many.</param>
/// <param name="killEvery">One of the two, on average.</param>
/// <param name="kills">At most.</param>
/// <param name="say">Told what happens.</param>
internal sealed class Deliveries(int digests, TimeSpan killEvery, int kills, Action<string> say)
{
    // Shorter than the pause before the second attempt of a webhook, which five minutes follow.
    private static readonly TimeSpan LongestAway = TimeSpan.FromSeconds(3);
    private const int Patience = 1800;

    private readonly Random _random = new(20261130);
    private readonly string _folder = Directory.CreateTempSubdirectory("newseducator-deliveries-").FullName;
    private readonly Uri _address = new($"http://127.0.0.1:{Text(LoopbackPort.Free())}");
    private readonly string _receiverPort = Text(LoopbackPort.Free());
    private int _kills;

    private string Webhooks => Path.Combine(_folder, "webhooks");

    private string Broker => Path.Combine(_folder, "broker");

    /// <returns>Every violation, in words; empty where all holds.</returns>
    public async Task<List<string>> RunAsync()
    {
        var servers = await TestServers.StartAsync();
        var (database, messaging) = (servers.NewDatabase(), await servers.NewVirtualHostAsync());
        await using var publisher = RestartableProgram.Service("Publisher", _address, Settings(database, messaging));
        using var http = new HttpClient { BaseAddress = _address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "operator");
        await publisher.StartAsync(async () => (await http.GetAsync(new Uri("/health", UriKind.Relative))).IsSuccessStatusCode);
        await using var receiver = ProgramOf(Receiver.Name, _receiverPort, Webhooks, await SubscribeAsync(http));
        await using var subscriber = ProgramOf(Subscriber.Name, messaging, Broker);
        await Task.WhenAll(receiver.StartAsync(Receiver.Listening), subscriber.StartAsync(Receiver.Listening));

        using var stop = new CancellationTokenSource();
        var killing = KillAsync([receiver, subscriber], stop.Token);
        await SendAsync(messaging);
        say($"{digests} digests are published and corrected");
        var announced = await AnnouncedAsync(database);
        await SeenAsync(announced, left: announced.Count / 10);
        await stop.CancelAsync();
        await killing;
        await SeenAsync(announced, left: 0);
        var (byWebhook, byBroker) = (SeenFile.Read(Webhooks), SeenFile.Read(Broker));
        say($"{announced.Count} events; {byWebhook.Count} webhooks and {byBroker.Count} messages were taken, with {_kills} kills");
        Directory.Delete(_folder, recursive: true);
        var expected = digests + Enumerable.Range(1, digests).Sum(day => new DayOfReview(day).Corrections);
        return
        [
            .. announced.Count == expected ? [] : (string[])[$"{announced.Count} events were announced, {expected} were expected"],
            .. DeliveryOracle.Violations("the receiver", announced, byWebhook),
            .. DeliveryOracle.Violations("the subscriber", announced, byBroker),
        ];
    }

    private (string, string)[] Settings(string database, string messaging) =>
        [
            ("ConnectionStrings:publisherdb", database),
            ("ConnectionStrings:messaging", messaging),
            ("Database:MigrateAtStart", "true"),
            ("Auth:LocalToken", "operator"),
            ($"Signing:PublicKeys:{TestSigning.KeyId}", TestSigning.Public),
            ("Publisher:PublicUrl", "https://news.example"),
            ("Publisher:Webhooks:Key", "a key of the tests for secrets of webhooks"),
            ("Publisher:Webhooks:PrivateReceivers:0", $"127.0.0.1:{_receiverPort}"),
        ];

    private static RestartableProgram ProgramOf(string name, string where, string file, string? secret = null)
    {
        var start = RestartableProgram.Described("tests/DeliveryRun", "DeliveryRun", name, where, file);
        start.Environment[Receiver.Secret] = secret;
        return new RestartableProgram(start);
    }

    /// <returns>The webhook's secret.</returns>
    private async Task<string> SubscribeAsync(HttpClient http)
    {
        string[] events = ["digest.published.v1", "digest.revised.v1"];
        using var answer = await http.PostAsJsonAsync("/api/webhooks", new { url = $"http://127.0.0.1:{_receiverPort}/", events });
        return (string)(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["secret"]!;
    }

    private async Task KillAsync(IReadOnlyList<RestartableProgram> programs, CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(killEvery * (0.5 + _random.NextDouble()), TimeProvider.System, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested || _kills == kills)
            {
                return;
            }

            var program = programs[_kills++ % programs.Count];
            await program.KillAsync();
            await Task.Delay(LongestAway * _random.NextDouble(), TimeProvider.System, CancellationToken.None);
            await program.StartAsync(Receiver.Listening);
        }
    }

    private async Task SendAsync(string messaging)
    {
        await using var bus = await KeptMessages.StartAsync(messaging, endpoint => endpoint.Keep<PackPublished>().Keep<ItemRevised>());
        foreach (var day in Enumerable.Range(1, digests).Select(number => new DayOfReview(number)))
        {
            await bus.SendAsync(day.Approved());
            await bus.SendAsync(day.Released());
            await bus.ReceivedAsync<PackPublished>(message => message.PackId == day.PackId);
            foreach (var correction in Enumerable.Range(1, day.Corrections).Select(day.Corrected))
            {
                await bus.SendAsync(correction);
                await bus.ReceivedAsync<ItemRevised>(message => message.CorrectionId == correction.CorrectionId);
            }
        }
    }

    private static async Task<List<Seen>> AnnouncedAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("SELECT body FROM announced_events WHERE type LIKE 'digest.%'");
        await using var rows = await command.ExecuteReaderAsync();
        List<Seen> announced = [];
        while (await rows.ReadAsync())
        {
            announced.Add(Events.Of(JsonNode.Parse(rows.GetString(0))!["data"]!));
        }

        return announced;
    }

    private async Task SeenAsync(IReadOnlyCollection<Seen> announced, int left)
    {
        try
        {
            await Eventually.GetAsync(
                () => Task.FromResult(announced.Except(SeenFile.Read(Webhooks)).Concat(announced.Except(SeenFile.Read(Broker))).Count()),
                missing => missing <= left,
                "everything to arrive",
                Patience
            );
        }
        catch (TimeoutException)
        {
            say($"Not everything arrived within {Patience} s.");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
