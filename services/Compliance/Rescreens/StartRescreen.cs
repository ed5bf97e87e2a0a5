using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Previews;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Compliance.Rescreens;

/// <summary>Starts a rescreening: the job and a message for each of its candidates commit together.</summary>
internal static class StartRescreen
{
    /// <param name="Scope">What is screened again.</param>
    /// <param name="Candidates">Where they are listed.</param>
    /// <param name="Since">Only what was screened since; 30 days ago by default, and without a limit where they are listed.</param>
    internal sealed record Request(RescreenScope Scope, IReadOnlyList<Guid>? Candidates = null, DateTimeOffset? Since = null);

    public static async Task<Results<Accepted<ReadRescreen.View>, ProblemHttpResult>> Handle(
        Request request,
        HttpContext http,
        ComplianceDb db,
        PolicyInForce policies,
        IOptions<ComplianceOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (request.Scope == RescreenScope.Listed && request.Candidates is not { Count: > 0 })
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "rescreen.nobody");
        }

        var now = time.GetUtcNow();
        var since =
            request.Since?.ToUniversalTime()
            ?? (request.Scope == RescreenScope.Listed ? DateTimeOffset.UnixEpoch : now - options.Value.Window);
        var policy = await policies.GetAsync(cancellationToken);
        var candidates = await Select(db, request, since, now, policy.Version)
            .Take(options.Value.MostItems + 1)
            .ToListAsync(cancellationToken);
        if (candidates.Count > options.Value.MostItems)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "rescreen.too-many", options.Value.MostItems);
        }

        var job = Plan(db, request.Scope, candidates, Person.NameOf(http.User), now);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted($"/api/rescreen/{job.Id}", await ReadRescreen.ViewAsync(db, job, cancellationToken));
    }

    private static IQueryable<Guid> Select(ComplianceDb db, Request request, DateTimeOffset since, DateTimeOffset now, string version)
    {
        var latest = db.Latest(since, now);
        var chosen = request.Scope switch
        {
            RescreenScope.Open => latest.Where(screening => !db.Outcomes.Any(outcome => outcome.CandidateId == screening.CandidateId)),
            RescreenScope.OlderPolicy => latest.Where(screening => screening.PolicyVersion != version),
            _ => latest.Where(screening => request.Candidates!.Contains(screening.CandidateId)),
        };
        return chosen.OrderByDescending(screening => screening.ScreenedAt).Select(screening => screening.CandidateId);
    }

    private static Rescreen Plan(ComplianceDb db, RescreenScope scope, List<Guid> candidates, string by, DateTimeOffset now)
    {
        var job = new Rescreen
        {
            Id = Guid.CreateVersion7(now),
            RequestedBy = by,
            RequestedAt = now,
            Scope = scope,
            Total = candidates.Count,
        };
        db.Rescreens.Add(job);
        foreach (var candidate in candidates)
        {
            db.RescreenItems.Add(new RescreenItem { RescreenId = job.Id, CandidateId = candidate });
            db.Publish(new RescreenDue { RescreenId = job.Id, CandidateId = candidate });
        }

        return job;
    }
}
