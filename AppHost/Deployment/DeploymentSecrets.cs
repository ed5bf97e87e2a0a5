using System.CommandLine;
using Microsoft.Extensions.Configuration;
using NewsEducator.AppHost.Running;
using NewsEducator.AppHost.Servers;

namespace NewsEducator.AppHost.Deployment;

/// <summary><c>dotnet run --project AppHost -- secrets FOLDER</c> writes what a deployment keeps secret, a folder for each container: run
/// again, it keeps what it made and writes what is missing.</summary>
internal sealed class DeploymentSecrets(DataFolder kept, IConfiguration secrets, string postgres, string messaging)
{
    public const string Argument = "secrets";

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OthersRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode OthersPass = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly BrokerAccounts _accounts = new(secrets[$"Parameters:{KeptSecrets.MessagingPassword}"]!);

    /// <returns>The process's exit code.</returns>
    public static int Write(string[] arguments)
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Where they are kept; only its owner can look into it." };
        var postgres = new Option<string>("--postgres")
        {
            Description = "Where the services find PostgreSQL.",
            DefaultValueFactory = _ => "postgres:5432",
        };
        var messaging = new Option<string>("--messaging")
        {
            Description = "Where they find RabbitMQ.",
            DefaultValueFactory = _ => "messaging:5672",
        };
        var command = new RootCommand("Writes what a deployment keeps secret, a folder for each container.")
        {
            folder,
            postgres,
            messaging,
        };
        command.SetAction(given =>
        {
            var kept = new DataFolder(given.GetRequiredValue(folder).FullName);
            Private(kept.Path);
            var secrets = new ConfigurationManager();
            KeptSecrets.Keep(kept, secrets);
            new DeploymentSecrets(kept, secrets, given.GetRequiredValue(postgres), given.GetRequiredValue(messaging)).Write();
            Console.WriteLine($"Written to {kept.Path}. Whoever has {kept.In(KeptSecrets.LocalToken)} signs in with all roles.");
        });
        return command.Parse(arguments).Invoke();
    }

    private void Write()
    {
        foreach (var service in BrokerAccounts.ServiceNames)
        {
            Put(service, $"ConnectionStrings__{service}db", DatabaseOf(service));
            Put(service, "ConnectionStrings__messaging", _accounts.AddressFor(service, $"amqp://{messaging}"));
            Put(service, "Auth__LocalToken", Kept(KeptSecrets.LocalToken));
            Put(service, "Auth__ServiceToken", Kept(KeptSecrets.ServiceToken));
            Put("postgres", service, PasswordOf(service));
        }

        Put("postgres", "postgres", Kept(KeptSecrets.PostgresPassword));
        Put("review", "Signing__PrivateKey", Kept(KeptSecrets.SigningKey));
        Put("publisher", $"Signing__PublicKeys__{KeptSecrets.SigningKeyId}", Kept(KeptSecrets.SigningPublicKey));
        Put("publisher", "Publisher__Webhooks__Key", Kept(KeptSecrets.WebhookKey));
        Put("messaging", "definitions.json", _accounts.Definitions());
        Put("messaging", "subscriber", _accounts.PasswordOf(BrokerAccounts.Subscriber));
        // The slash is the virtual host.
        Put("scaler", "host", $"{_accounts.AddressFor(BrokerAccounts.Monitor, $"http://{messaging.Split(':')[0]}:15672")}/");
    }

    private string DatabaseOf(string service)
    {
        var (host, port) = postgres.Split(':') is [var name, var number] ? (name, number) : (postgres, "5432");
        return $"Host={host};Port={port};Username={service};Password={PasswordOf(service)};Database={service}db";
    }

    private string PasswordOf(string service) => DerivedPassword.Of(Kept(KeptSecrets.PostgresPassword), service);

    private string Kept(string name) => secrets[$"Parameters:{name}"]!;

    /// <summary>Readable for the container's user, whose number is not ours; nobody else passes the folder above.</summary>
    private void Put(string container, string name, string value)
    {
        Directory.CreateDirectory(kept.In(container));
        var file = Path.Combine(container, name);
        kept.WritePrivate(file, value);
        Open(kept.In(container), Owner | OthersRead | OthersPass);
        Open(kept.In(file), UnixFileMode.UserRead | UnixFileMode.UserWrite | OthersRead);
    }

    private static void Private(string folder)
    {
        Directory.CreateDirectory(folder);
        Open(folder, Owner);
    }

    private static void Open(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
