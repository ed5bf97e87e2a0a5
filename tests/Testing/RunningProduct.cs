using System.Net.Http.Headers;
using System.Text.Json;

namespace NewsEducator.Testing;

/// <summary>A run of the product, known by its data folder alone.</summary>
public class RunningProduct(string data)
{
    // /proc/PID/comm holds no more.
    private const int ShownName = 15;

    /// <summary>The services of the product, as resources are named.</summary>
    public static IReadOnlyList<string> Services { get; } = ["collector", "summarizer", "compliance", "review", "publisher"];

    public string Data { get; } = data;

    /// <summary>Signs in with every role.</summary>
    public string Token => File.ReadAllText(Path.Combine(Data, "local-token")).Trim();

    /// <summary>Each resource's address by its name; <c>messaging</c> is the AMQP one.</summary>
    public IReadOnlyDictionary<string, Uri> Endpoints =>
        JsonSerializer.Deserialize<Dictionary<string, Uri>>(File.ReadAllText(Path.Combine(Data, "endpoints.json")))!;

    /// <summary>A client of one service, signed in.</summary>
    public HttpClient Client(string resource)
    {
        var http = new HttpClient { BaseAddress = Endpoints[resource] };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return http;
    }

    /// <summary>Every process that it runs now: Aspire's, the services and the servers.</summary>
    public IReadOnlyList<int> Processes() => [.. Testing.Processes.WithVariable($"NEWSEDUCATOR_RUN={Data}").Concat(PostgresServer())];

    /// <summary>The process that runs a resource now; null while it has none.</summary>
    public int? ProcessOf(string resource)
    {
        var found = resource switch
        {
            "postgres" => PostgresServer(),
            "messaging" => Processes().Where(process => Testing.Processes.NameOf(process) == "beam.smp"),
            _ => Processes().Where(process => Testing.Processes.NameOf(process) == ProgramOf(resource)),
        };
        return found.Select(process => (int?)process).FirstOrDefault();
    }

    /// <summary>Ends a resource by SIGKILL; the AppHost starts it again.</summary>
    public void Kill(string resource) =>
        Testing.Processes.Signal(ProcessOf(resource) ?? throw new InvalidOperationException($"{resource} does not run."), "KILL");

    // review → NewsEducator.Re
    private static string ProgramOf(string service) => $"NewsEducator.{char.ToUpperInvariant(service[0])}{service[1..]}"[..ShownName];

    // A PostgreSQL server writes its status over its environment, so it is known by its own file.
    private IEnumerable<int> PostgresServer()
    {
        var file = Path.Combine(Data, "postgres", "postmaster.pid");
        return File.Exists(file) && int.TryParse(File.ReadLines(file).FirstOrDefault(), out var server) && Testing.Processes.IsAlive(server)
            ? [server]
            : [];
    }
}
