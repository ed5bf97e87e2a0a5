using System.Security.Cryptography;
using Aspire.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.AppHost.Servers;

namespace NewsEducator.AppHost.Running;

/// <summary>One run of the product on its own data folder and ports; another one can run beside it.</summary>
internal sealed class Instance : IDisposable
{
    private readonly FileStream? _lock;

    private Instance(IDistributedApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        Data = new DataFolder(settings["data"] ?? settings["NEWSEDUCATOR_DATA"] ?? Path.Combine(builder.AppHostDirectory, "../.data"));
        ReviewPort = Ports.Read(settings, "review-port", 5080);
        PublisherPort = Ports.Read(settings, "publisher-port", 5090);
        if (builder.ExecutionContext.IsPublishMode)
        {
            return;
        }

        _lock = Data.Lock();
        FreeSpace.Demand(Data.Path);
        Leftovers.End(Data);
        Environment.SetEnvironmentVariable("POSTGRES_BIN", settings["postgres-bin"]);
        Environment.SetEnvironmentVariable("RABBITMQ_BIN", settings["rabbitmq-bin"]);
        Servers = ServerChoice.Of(settings);
        Servers.Check(builder, Data);
        Ports.DemandFree([(ReviewPort, "review"), (PublisherPort, "publisher")]);
        KeepSecrets(settings);
        BrokerAccounts = new BrokerAccounts(settings["Parameters:messaging-password"]!);
        builder.Services.AddSingleton(BrokerAccounts);
        new DashboardAddresses(settings).Choose();
        builder.Services.AddSingleton(Data);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHostedService<Announcement>();
        builder.Services.AddHostedService<RestartCrashed>();
        builder.Services.AddHostedService<StopWithoutDcp>();
        Leftovers.MarkWhatStarts(Data);
        Console.WriteLine($"PostgreSQL and RabbitMQ: {Servers}. Everything is kept in {Data.Path}");
    }

    public DataFolder Data { get; }

    public int ReviewPort { get; }

    public int PublisherPort { get; }

    /// <summary>Null where the product is only published: then the broker's users are the deployment's.</summary>
    public BrokerAccounts? BrokerAccounts { get; }

    public string SigningKeyId { get; } = "local";

    public ServerChoice Servers { get; } = ServerChoice.Published;

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

    public void Dispose() => _lock?.Dispose();

    private void KeepSecrets(ConfigurationManager settings)
    {
        foreach (var name in new[] { "local-token", "service-token", "postgres-password", "messaging-password" })
        {
            settings[$"Parameters:{name}"] = Data.Keep(name, settings[$"Parameters:{name}"], NewSecret);
        }

        KeepSigningKey(settings);
        settings["AppHost:BrowserToken"] = Data.Keep("dashboard-token", null, NewSecret);
    }

    /// <summary>Review gets the private half and the Publisher the public one.</summary>
    private void KeepSigningKey(ConfigurationManager settings)
    {
        var text = Data.Keep("signing-key", settings["Parameters:signing-key"], () =>
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return Convert.ToBase64String(made.ExportPkcs8PrivateKey());
        });
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(text), out _);
        settings["Parameters:signing-key"] = text;
        settings["Parameters:signing-public-key"] = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    private static string NewSecret() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 40);
}
