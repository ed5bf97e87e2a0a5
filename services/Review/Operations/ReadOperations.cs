using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Queue;
using NewsEducator.Review.Data;
using NewsEducator.Review.Schedule;
using NewsEducator.ServiceDefaults.Messaging;

namespace NewsEducator.Review.Operations;

/// <summary>Asks every service how it stands, all at once; one that is away is shown as away.</summary>
internal sealed class ReadOperations(
    ReviewDb db,
    ServiceCalls calls,
    ReadMessaging messaging,
    DeadLetterDesk letters,
    PackCalendar calendar,
    TimeProvider time
)
{
    public const string Own = "review";

    private static readonly string[] Askers = ["summarizer", "compliance"];
    private const int Days = 14;
    private const int DaysOfSentences = 7;
    private const int MostFaults = 50;

    public static async Task<Ok<OperationsView>> Handle(ReadOperations read, CancellationToken cancellationToken) =>
        TypedResults.Ok(await read.ReadAsync(cancellationToken));

    public async Task<OperationsView> ReadAsync(CancellationToken cancellationToken)
    {
        var neighbours = ServiceCalls.Neighbours.Select(service => ServiceAsync(service, cancellationToken)).ToList();
        var asked = calls.GetAsync<List<SourceOverview>>("collector", "/api/sources", cancellationToken);
        var spent = ModelsAsync(cancellationToken);
        var vault = calls.GetAsync<VaultView>(ServiceCalls.Publisher, "/api/vault", cancellationToken);
        // The database takes one question at a time; the services answer meanwhile.
        var own = new ServiceView(
            Own,
            await messaging.ReadAsync(cancellationToken),
            (await letters.GroupsAsync(MostFaults, cancellationToken)).Items
        );
        var stages = (await GetPipeline.Handle(db, cancellationToken)).Value!;
        var days = await DaysAsync(cancellationToken);
        var sentences = await SentencesAsync(cancellationToken);
        var stuckHere = await StuckItems.HereAsync(db, time.GetUtcNow(), cancellationToken);
        var lastCut = await db
            .Packs.Where(pack => pack.Origin == PackOrigin.Cut)
            .MaxAsync(pack => (DateTimeOffset?)pack.CreatedAt, cancellationToken);
        var services = (await Task.WhenAll(neighbours)).Append(own).ToList();
        var sources = await asked ?? [];
        return new OperationsView
        {
            At = time.GetUtcNow(),
            Stages = stages,
            Days = days,
            Stuck =
            [
                .. stuckHere
                    .Concat(services.SelectMany(service => StuckItems.Of(service, time.GetUtcNow())))
                    .Concat(sources.SelectMany(StuckItems.Of))
                    .Concat(StuckItems.Of(await vault))
                    .OrderBy(stuck => stuck.Since ?? DateTimeOffset.MinValue),
            ],
            Services = services,
            Schedules =
            [
                new ScheduleView("cut", lastCut, calendar.NextCut),
                new ScheduleView(
                    "polls",
                    sources.Max(source => source.Health.LastSucceededAt),
                    sources.Min(source => source.Health.NextPollAt)
                ),
            ],
            Sentences = sentences,
            Models = await spent,
        };
    }

    private async Task<ServiceView> ServiceAsync(string service, CancellationToken cancellationToken)
    {
        var view = calls.GetAsync<MessagingView>(service, "/api/messaging", cancellationToken);
        var faults = await calls.GetAsync<DeadLetterPage<DeadLetterGroup>>(
            service,
            $"/api/dead-letters?by=fingerprint&limit={MostFaults}",
            cancellationToken
        );
        return new ServiceView(service, await view, faults?.Items ?? []);
    }

    private async Task<IReadOnlyList<ModelDay>> ModelsAsync(CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(
            Askers.Select(async service =>
                (await calls.GetAsync<List<ModelDay>>(service, "/api/spending", cancellationToken) ?? []).Select(day =>
                    day with
                    {
                        Service = service,
                    }
                )
            )
        );
        return [.. found.SelectMany(days => days).OrderByDescending(day => day.Day)];
    }

    private async Task<IReadOnlyList<DayFunnel>> DaysAsync(CancellationToken cancellationToken)
    {
        var first = calendar.Today.AddDays(1 - Days);
        var since = time.GetUtcNow().AddDays(-Days - 1);
        var arrived = await db
            .Candidates.Where(candidate => candidate.ArrivedAt >= since)
            .Select(candidate => new { candidate.ArrivedAt, candidate.State })
            .ToListAsync(cancellationToken);
        var dropped = await db
            .Audit.Where(entry => entry.DroppedAt >= since)
            .Select(entry => entry.DroppedAt)
            .ToListAsync(cancellationToken);
        var candidates = arrived.ToLookup(candidate => calendar.DateOf(candidate.ArrivedAt), candidate => candidate.State);
        var drops = dropped.CountBy(calendar.DateOf).ToDictionary();
        return
        [
            .. Enumerable
                .Range(0, Days)
                .Select(first.AddDays)
                .Select(date => new DayFunnel(
                    date,
                    drops.GetValueOrDefault(date),
                    candidates[date].Count(),
                    candidates[date].Count(state => state == CandidateState.Approved)
                )),
        ];
    }

    private async Task<IReadOnlyDictionary<SentenceState, int>> SentencesAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().AddDays(-DaysOfSentences);
        // Counted where they are: a week's screenings with their evidence are many megabytes.
        var counts = await db
            .Database.SqlQuery<StateCount>(
                $"""
                SELECT coalesce(sentence->>'state', {nameof(SentenceState.Unchecked)}) AS state, count(*)::int AS sentences
                FROM candidates, jsonb_array_elements(screening->'sentences') AS sentence
                WHERE arrived_at >= {since}
                GROUP BY 1
                """
            )
            .ToListAsync(cancellationToken);
        return counts
            .Select(count => KeyValuePair.Create(Enum.Parse<SentenceState>(count.State), count.Sentences))
            .OrderBy(count => count.Key)
            .ToDictionary();
    }

    private sealed record StateCount(string State, int Sentences);
}
