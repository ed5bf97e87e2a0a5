using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>The service between its neighbours. A person's token is the name of the role.</summary>
internal sealed class ReviewApp : ServiceApp<ReviewOptions, ReviewDb>
{
    private static readonly string[] Roles = ["viewer", "reviewer", "editor", "operator"];

    private static readonly (string Key, string Value)[] Quick =
    [
        ("RateLimit:Burst", "100000"),
        ("Review:SettleAtMost", "00:00:00"),
        ("Review:ReleaseHold", "00:00:00"),
        ("Review:AnswerWithin", "00:00:00.100"),
    ];

    private TimeProvider? _time;
    private bool _isReplica;

    private ReviewApp(ServiceHome home, Neighbours neighbours, IEnumerable<(string, string)> settings)
        : base(home, settings) => Neighbours = neighbours;

    public Neighbours Neighbours { get; }

    /// <param name="settings">Besides those that every test has, for example <c>("Review:PackSize", "3")</c>.</param>
    public static async Task<ReviewApp> StartAsync(params (string Key, string Value)[] settings)
    {
        var home = await ServiceHome.NewAsync<ReviewDb>();
        return new ReviewApp(home, await Neighbours.StartAsync(home.Messaging), settings);
    }

    /// <summary>As it is delivered: its own settings, connections and tokens, and a clock of the test; with one candidate that
    /// waits.</summary>
    public static async Task<ReviewApp> StartShippedAsync(TimeProvider time)
    {
        var app = await StartAsync();
        app._time = time;
        var viewer = app.ClientOf("viewer");
        // What is sent before its queue is there is sent again by a clock that stands still.
        await Eventually.HealthyAsync(viewer);
        await app.SendAsync(SomeCandidate.Message());
        await Eventually.GetAsync(
            () => viewer.GetStringAsync(new Uri("/api/pipeline", UriKind.Relative)),
            stages => stages.Contains("Waiting", StringComparison.Ordinal)
        );
        return app;
    }

    /// <summary>A second process at the same database and queues.</summary>
    public WebApplicationFactory<ReviewOptions> StartReplica()
    {
        var replica = new ReviewApp(Home, Neighbours, Settings) { _isReplica = true };
        _ = replica.Server;
        return replica;
    }

    /// <summary>Comes in as a neighbour's message; through an outbox, which waits until this service's queue is there.</summary>
    public Task SendAsync<T>(T message)
        where T : class, IMessage =>
        WithDbAsync(db =>
        {
            db.Publish(message);
            return db.SaveChangesAsync();
        });

    /// <summary>Waits until everything that was published so far has arrived at the neighbours.</summary>
    public async Task DeliveredAsync()
    {
        await Eventually.GetAsync(
            () => WithDbAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM outbox").SingleAsync()),
            waiting => waiting == 0
        );
        await SentinelAsync();
    }

    /// <summary>Waits until everything that was due so far has arrived at the neighbours.</summary>
    public async Task SentinelAsync()
    {
        var last = new ItemSkipped
        {
            CandidateId = Guid.NewGuid(),
            ItemId = Guid.Empty,
            PackDate = default,
            SkippedBy = "",
            SkippedAt = default,
        };
        await SendAsync(last);
        await Neighbours.Messages.ReceivedAsync<ItemSkipped>(message => message.CandidateId == last.CandidateId);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        // A replica shares those of the service that it is a replica of.
        if (!_isReplica)
        {
            await Neighbours.DisposeAsync();
        }
    }

    protected override IEnumerable<(string Key, string Value)> Usual() =>
        [
            ("Signing:KeyId", TestSigning.KeyId),
            ("Signing:PrivateKey", TestSigning.Private),
            ("services:collector:http:0", Neighbours.CollectorAddress),
            ("services:summarizer:http:0", Neighbours.CollectorAddress),
            ("services:publisher:http:0", Neighbours.CollectorAddress),
            .. Roles.SelectMany(
                (role, index) =>
                    new[]
                    {
                        ($"Auth:People:{index}:Name", $"the {role}"),
                        ($"Auth:People:{index}:Role", role),
                        ($"Auth:People:{index}:Token", role),
                    }
            ),
            .. _time is null ? Quick : [],
        ];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (_time is not null)
        {
            builder.ConfigureServices(services => services.AddSingleton(_time));
        }
    }
}
