using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Polling;

namespace NewsEducator.Collector.Sources;

/// <summary>Brings the table of sources in line with sources.yaml when the service starts.</summary>
internal sealed class LoadSources(
    IServiceScopeFactory scopes,
    IHostEnvironment host,
    IOptions<CollectorOptions> options,
    TimeProvider time,
    ILogger<LoadSources> logger
) : IHostedService
{
    private const long OneReplicaAtATime = 0x4E65_7773_536F_7572;

    /// <exception cref="InvalidDataException">The file is missing or wrong; the message lists every error.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var file = await ReadAsync(scope.ServiceProvider.GetRequiredService<ConnectorCatalog>(), cancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<CollectorDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OneReplicaAtATime})", cancellationToken);
        await ApplyAsync(file, db, time.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        logger.LogInformation("{Count} sources configured in {File}", file.Count, options.Value.SourcesFile);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<IReadOnlyList<SourcesFile.Entry>> ReadAsync(ConnectorCatalog connectors, CancellationToken cancellationToken)
    {
        var path = Path.Combine(host.ContentRootPath, options.Value.SourcesFile);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"There is no {path}; Collector:SourcesFile names the file of sources.");
        }

        var content = SourcesFile.Read(await File.ReadAllTextAsync(path, cancellationToken), connectors);
        return content.Errors.Count == 0
            ? content.Sources
            : throw new InvalidDataException($"{path} is wrong:\n{string.Join('\n', content.Errors)}");
    }

    private static async Task ApplyAsync(
        IReadOnlyList<SourcesFile.Entry> file,
        CollectorDb db,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var stored = await db.Sources.ToDictionaryAsync(source => source.Id, cancellationToken);
        foreach (var (id, settings) in file)
        {
            if (stored.Remove(id, out var source))
            {
                await SetAsync(source, () => source.Configure(settings), db, now, cancellationToken);
            }
            else
            {
                var made = Source.Make(id, settings, fromFile: true);
                db.Sources.Add(made);
                db.PollStates.Add(PollState.For(made, now));
            }
        }

        foreach (var vanished in stored.Values)
        {
            await SetAsync(vanished, vanished.Retire, db, now, cancellationToken);
        }
    }

    private static async Task SetAsync(Source source, Action set, CollectorDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = source.Revision;
        set();
        if (source.Revision != before && await db.PollStates.FindAsync([source.Id], cancellationToken) is { } state)
        {
            state.Restart(source.Enabled, now);
        }
    }
}
