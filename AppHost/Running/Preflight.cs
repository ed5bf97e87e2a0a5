using Aspire.Hosting;
using Microsoft.Extensions.Configuration;
using NewsEducator.AppHost.Servers;

namespace NewsEducator.AppHost.Running;

/// <summary>What has to hold before anything starts. A start stops at the first thing that does not, the doctor goes through all.</summary>
/// <param name="builder">Of the AppHost.</param>
/// <param name="claims">Makes the data folder and holds it; the doctor only looks.</param>
internal sealed class Preflight(IDistributedApplicationBuilder builder, bool claims = true) : IDisposable
{
    private readonly ConfigurationManager _settings = builder.Configuration;
    private FileStream? _lock;

    public DataFolder Data { get; } =
        new(
            builder.Configuration["data"]
                ?? builder.Configuration["NEWSEDUCATOR_DATA"]
                ?? Path.Combine(builder.AppHostDirectory, "../.data")
        );

    public int ReviewPort { get; private set; }

    public int PublisherPort { get; private set; }

    /// <summary>What writes the summaries of the demo; <see cref="DemoEngine.AsConfigured"/> without one.</summary>
    public DemoEngine DemoEngine { get; private set; }

    public ServerChoice Servers { get; private set; } = ServerChoice.Published;

    /// <summary>In this order. Each says what it found.</summary>
    /// <exception cref="StartProblem">Of each: it does not hold.</exception>
    public IReadOnlyList<(string Name, Func<string> Look)> Steps =>
        [("options", ReadOptions), ("data-folder", ReadyFolder), ("disk", () => FreeSpace.Demand(Data)), ("servers", ChooseServers)];

    /// <summary>What listens may be what an earlier run left behind, so ports come after its end.</summary>
    public (string Name, Func<string> Look) Ports => ("ports", FindPorts);

    public string ReadOptions()
    {
        ReviewPort = Running.Ports.Read(_settings, "review-port", 5080);
        PublisherPort = Running.Ports.Read(_settings, "publisher-port", 5090);
        DemoEngine = DemoEngines.Of(_settings);
        return "All options are known.";
    }

    public bool IsConfigured(string connection) => !string.IsNullOrEmpty(_settings.GetConnectionString(connection));

    public void Dispose() => _lock?.Dispose();

    private string ReadyFolder()
    {
        if (claims)
        {
            _lock = Data.Lock();
        }
        else
        {
            Data.Probe();
        }

        return $"{Data.Path} can be written.";
    }

    private string ChooseServers()
    {
        if (BrokerAccounts.ServiceNames.Select(service => $"{service}db").Append("messaging").All(IsConfigured))
        {
            return "PostgreSQL and RabbitMQ are those of the connection strings.";
        }

        Environment.SetEnvironmentVariable("POSTGRES_BIN", _settings["postgres-bin"]);
        Environment.SetEnvironmentVariable("RABBITMQ_BIN", _settings["rabbitmq-bin"]);
        Servers = ServerChoice.Of(_settings);
        return $"PostgreSQL and RabbitMQ: {Servers}. {Servers.Check(builder, Data)}".TrimEnd();
    }

    private string FindPorts()
    {
        Running.Ports.DemandFree([(ReviewPort, "review"), (PublisherPort, "publisher")]);
        return FormattableString.Invariant($"{ReviewPort} and {PublisherPort} are free.");
    }
}
