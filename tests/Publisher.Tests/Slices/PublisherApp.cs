using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.ServiceDefaults.Signing;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>The service with a vault of its own.</summary>
internal sealed class PublisherApp : ServiceApp<PublisherOptions, PublisherDb>
{
    public const string WebhookKey = "a key of the tests for secrets of webhooks";

    private readonly DirectoryInfo _vault = Directory.CreateTempSubdirectory("newseducator-vault-");

    private PublisherApp(ServiceHome home, Subscriber subscriber, IEnumerable<(string, string)> settings)
        : base(home, settings) => Subscriber = subscriber;

    public Subscriber Subscriber { get; }

    public Uri Messaging => new(Home.Messaging);

    public string Vault => _vault.FullName;

    /// <param name="settings">In addition to those of every test.</param>
    public static async Task<PublisherApp> StartAsync(params (string Key, string Value)[] settings)
    {
        var home = await ServiceHome.NewAsync<PublisherDb>();
        return new PublisherApp(home, await Subscriber.StartAsync(new Uri(home.Messaging)), settings);
    }

    /// <summary>The service once more, with what it knew; this one is to be gone by then.</summary>
    public PublisherApp Again() => new(Home, Subscriber, Settings);

    /// <summary>Comes in as a neighbour's message; through an outbox, which waits until this service's queue is there.</summary>
    public Task SendAsync<T>(T message)
        where T : class, IMessage => SendAsIsAsync(Signed(message));

    public Task SendAsIsAsync<T>(T message)
        where T : class, IMessage =>
        WithDbAsync(db =>
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
            CorrectionApproved corrected => (T)(object)(corrected with { Signature = key.Sign(SignedText.Of(corrected)) }),
            WithdrawalApproved withdrawn => (T)(object)(withdrawn with { Signature = key.Sign(SignedText.Of(withdrawn)) }),
            _ => message,
        };
    }

    /// <summary>Signed in with the local token, which may do everything.</summary>
    public HttpClient CreateOperator() => ClientOf("operator");

    /// <summary>Makes a part of the service with what it asks for.</summary>
    public async Task<T> WithScopeAsync<TPart, T>(Func<TPart, Task<T>> work)
        where TPart : class
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(ActivatorUtilities.CreateInstance<TPart>(scope.ServiceProvider));
    }

    /// <summary>Every file of the vault, hidden ones too, as it is named in it.</summary>
    public IEnumerable<string> Notes() =>
        Directory
            .EnumerateFiles(Vault, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(path => Path.GetRelativePath(Vault, path));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Subscriber.DisposeAsync();
        if (_vault.Exists)
        {
            _vault.Delete(recursive: true);
        }
    }

    protected override IEnumerable<(string Key, string Value)> Usual() =>
        [
            ("Auth:LocalToken", "operator"),
            ($"Signing:PublicKeys:{TestSigning.KeyId}", TestSigning.Public),
            ("ServiceDefaults:Redelivery:Delays:0", "00:00:00.2"),
            ("Publisher:PublicUrl", "https://news.example"),
            ("Publisher:NotesFolder", Vault),
            ("Publisher:Webhooks:Key", WebhookKey),
        ];
}
