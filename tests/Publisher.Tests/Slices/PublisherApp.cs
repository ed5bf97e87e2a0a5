using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.ServiceDefaults.Signing;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>The service with a database, a virtual host and a vault of its own.</summary>
internal sealed class PublisherApp : WebApplicationFactory<PublisherOptions>
{
    private readonly string _database;
    private readonly string _messaging;
    private readonly DirectoryInfo _vault = Directory.CreateTempSubdirectory("newseducator-vault-");

    private PublisherApp(string database, string messaging, Subscriber subscriber) =>
        (_database, _messaging, Subscriber) = (database, messaging, subscriber);

    public Subscriber Subscriber { get; }

    public string Vault => _vault.FullName;

    public static async Task<PublisherApp> StartAsync()
    {
        var servers = await TestServers.StartAsync();
        var (database, messaging) = (await servers.NewDatabaseAsync(nameof(PublisherDb), MigrateAsync), await servers.NewVirtualHostAsync());
        return new PublisherApp(database, messaging, await Subscriber.StartAsync(new Uri(messaging)));
    }

    /// <summary>Comes in as a neighbour's message; through an outbox, which waits until this service's queue is there.</summary>
    public Task SendAsync<T>(T message)
        where T : class, IMessage => SendAsIsAsync(Signed(message));

    public Task SendAsIsAsync<T>(T message)
        where T : class, IMessage => WithDbAsync(db =>
    {
        db.Publish(message);
        return db.SaveChangesAsync();
    });

    /// <summary>As Review signs it.</summary>
    public static T Signed<T>(T message)
        where T : class, IMessage
    {
        var key = new SigningKey(Options.Create(new SigningOptions { KeyId = TestSigning.KeyId, PrivateKey = TestSigning.Private }));
        return message switch
        {
            ItemApproved approved => (T)(object)(approved with { Signature = key.Sign(SignedText.Of(approved)) }),
            PackReleased released => (T)(object)(released with { Signature = key.Sign(SignedText.Of(released)) }),
            _ => message,
        };
    }

    public async Task<T> WithDbAsync<T>(Func<PublisherDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PublisherDb>());
    }

    /// <summary>Every file of the vault, hidden ones too, as it is named in it.</summary>
    public IEnumerable<string> Notes() =>
        Directory.EnumerateFiles(Vault, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(path => Path.GetRelativePath(Vault, path));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Subscriber.DisposeAsync();
        _vault.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:publisherdb", _database);
        builder.UseSetting("ConnectionStrings:messaging", _messaging);
        builder.UseSetting("Auth:LocalToken", "operator");
        builder.UseSetting($"Signing:PublicKeys:{TestSigning.KeyId}", TestSigning.Public);
        builder.UseSetting("ServiceDefaults:Redelivery:Delays:0", "00:00:00.2");
        builder.UseSetting("Publisher:PublicUrl", "https://news.example");
        builder.UseSetting("Publisher:NotesFolder", Vault);
        builder.ConfigureServices(services => services.AddLogging(logging => logging.ClearProviders()));
    }

    private static async Task MigrateAsync(string database)
    {
        using var signal = new OutboxSignal();
        await using var db = new PublisherDb(new DbContextOptionsBuilder<PublisherDb>().UseNpgsql(database).Options, signal, TimeProvider.System);
        await db.Database.MigrateAsync();
    }
}
