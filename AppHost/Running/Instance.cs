using Aspire.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.AppHost.Servers;

namespace NewsEducator.AppHost.Running;

/// <summary>One run of the product on its own data folder and ports; another one can run beside it.</summary>
internal sealed class Instance : IDisposable
{
    private readonly Preflight _preflight;

    private Instance(IDistributedApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        _preflight = new Preflight(builder);
        if (builder.ExecutionContext.IsPublishMode)
        {
            _preflight.ReadOptions();
            return;
        }

        foreach (var (_, look) in _preflight.Steps)
        {
            look();
        }

        Leftovers.End(Data);
        _preflight.Ports.Look();
        KeptSecrets.Keep(Data, settings);
        settings["AppHost:BrowserToken"] = Data.Keep("dashboard-token", null, KeptSecrets.NewSecret);
        BrokerAccounts = new BrokerAccounts(settings[$"Parameters:{KeptSecrets.MessagingPassword}"]!);
        builder.Services.AddSingleton(BrokerAccounts);
        new DashboardAddresses(settings).Choose();
        builder.Services.AddSingleton(Data);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHostedService<Announcement>();
        builder.Services.AddHostedService<RestartCrashed>();
        builder.Services.AddHostedService<StopWithoutDcp>();
        Leftovers.MarkWhatStarts(Data);
        Console.WriteLine($"PostgreSQL and RabbitMQ: {Servers}. Everything is kept in {Data.Path}");
        if (DemoEngine == DemoEngine.Script)
        {
            Console.WriteLine(DemoEngines.Notice);
        }
    }

    public DataFolder Data => _preflight.Data;

    public int ReviewPort => _preflight.ReviewPort;

    public int PublisherPort => _preflight.PublisherPort;

    /// <summary>Null where the product is only published: then the broker's users are the deployment's.</summary>
    public BrokerAccounts? BrokerAccounts { get; }

    /// <summary>What writes the summaries of the demo; <see cref="DemoEngine.AsConfigured"/> without one.</summary>
    public DemoEngine DemoEngine => _preflight.DemoEngine;

    public ServerChoice Servers => _preflight.Servers;

    /// <summary>Claims the data folder, ends what an earlier run left there, and gives this run its secrets, ports and watchers.</summary>
    /// <remarks>Where the product cannot run, says why in one sentence and ends this process with exit code 1.</remarks>
    public static Instance Claim(IDistributedApplicationBuilder builder)
    {
        try
        {
            return new Instance(builder);
        }
        catch (StartProblem problem)
        {
            Console.Error.WriteLine($"error: {problem.Message}");
            Environment.Exit(1);
            throw;
        }
    }

    public bool IsConfigured(string connection) => _preflight.IsConfigured(connection);

    public void Dispose() => _preflight.Dispose();
}
