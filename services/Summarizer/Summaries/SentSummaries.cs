using Microsoft.EntityFrameworkCore;
using NewsEducator.ServiceDefaults.Reconciling;
using NewsEducator.Summarizer.Data;

namespace NewsEducator.Summarizer.Summaries;

/// <summary>What was summarized and went on to Compliance.</summary>
internal sealed class SentSummaries(SummarizerDb db) : ISentItems
{
    public string Next => "compliance";

    public string What => "summaries";

    public async Task<IReadOnlyList<Guid>> ListAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await db
            .Summaries.Where(summary => summary.WrittenAt >= from && summary.WrittenAt <= until)
            .Select(summary => summary.CandidateId)
            .ToListAsync(cancellationToken);

    public async Task SendAgainAsync(IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (
            var summary in await db
                .Summaries.AsNoTracking()
                .Where(summary => ids.Contains(summary.CandidateId))
                .ToListAsync(cancellationToken)
        )
        {
            db.Publish(summary.ToMessage(now));
        }
    }
}

/// <summary>What came from the Collector: the item itself, or an entry of a foreign pack that names it.</summary>
internal sealed class ReceivedItems(SummarizerDb db) : IReceivedItems
{
    public async Task<IReadOnlyCollection<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var own = await db
            .Summaries.Where(summary => ids.Contains(summary.CandidateId))
            .Select(summary => summary.CandidateId)
            .ToListAsync(cancellationToken);
        var texts = ids.Except(own).Select(id => id.ToString()).ToArray();
        var named = await db
            .Database.SqlQuery<string>($"""SELECT source->>'itemId' AS "Value" FROM summaries WHERE source->>'itemId' = ANY({texts})""")
            .ToListAsync(cancellationToken);
        return [.. own, .. named.Select(Guid.Parse)];
    }
}
