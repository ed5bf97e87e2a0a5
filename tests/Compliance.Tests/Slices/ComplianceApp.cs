using System.Runtime.Versioning;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;
using NewsEducator.Testing;

[assembly: SupportedOSPlatform("linux")]

namespace NewsEducator.Compliance.Tests.Slices;

/// <summary>The service between its neighbours.</summary>
internal sealed class ComplianceApp : ServiceApp<ScreenSummary, ComplianceDb>
{
    private ComplianceApp(ServiceHome home, Neighbours neighbours, (string, string)[] settings)
        : base(home, settings) => Neighbours = neighbours;

    public Neighbours Neighbours { get; }

    private bool IsReplica { get; init; }

    public static async Task<ComplianceApp> StartAsync(params (string Key, string Value)[] settings)
    {
        var home = await ServiceHome.NewAsync<ComplianceDb>();
        var neighbours = await Neighbours.StartAsync(
            home.Messaging,
            endpoint => endpoint.Keep<ItemScreened>().Keep<RevisitRequested>().Keep<EvidenceLost>()
        );
        var app = new ComplianceApp(home, neighbours, settings);
        await app.BeginAsync();
        return app;
    }

    /// <summary>A further process of the same service, or the same one after a restart. Dispose of it before its first.</summary>
    public async Task<ComplianceApp> ReplicaAsync(params (string Key, string Value)[] settings)
    {
        var replica = new ComplianceApp(Home, Neighbours, settings) { IsReplica = true };
        await replica.BeginAsync();
        return replica;
    }

    public Task<IReadOnlyList<ItemScreened>> ScreenedAsync(Guid candidateId, int count) =>
        Neighbours.Messages.ReceivedAsync<ItemScreened>(message => message.CandidateId == candidateId, count);

    /// <summary>Waits until the service knows what became of a candidate.</summary>
    public Task StandingAsync(Guid candidateId) =>
        Eventually.GetAsync(
            () => WithDbAsync(db => db.Outcomes.AsNoTracking().FirstOrDefaultAsync(outcome => outcome.CandidateId == candidateId)),
            outcome => outcome is not null && (outcome.PublishedAt is null || outcome.Content is not null),
            "the candidate's outcome"
        );

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!IsReplica)
        {
            await Neighbours.DisposeAsync();
        }
    }

    protected override IEnumerable<(string Key, string Value)> Usual() =>
        [
            .. Tokens(),
            ("Auth:People:1:Name", "ed"),
            ("Auth:People:1:Role", "editor"),
            ("Auth:People:1:Token", "editor"),
            ("services:collector:http:0", Neighbours.CollectorAddress),
        ];
}
