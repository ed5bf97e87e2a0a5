using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Polling;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Collector.Sources;

/// <summary>Changes of sources over the API; each answers with the ETag for the next change.</summary>
internal static class EditSources
{
    public static async Task<Results<Created, ValidationProblem, ProblemHttpResult>> Create(
        CreateRequest request,
        CollectorDb db,
        ConnectorCatalog connectors,
        Whitelist whitelist,
        TimeProvider time,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var faults = request.Check(connectors, whitelist, out var settings);
        faults.Add("id", SourceRules.IdError(request.Id ?? ""));
        if (faults.Any)
        {
            return faults.Problem();
        }

        var source = Source.Make(request.Id!, settings, fromFile: false);
        db.Sources.Add(source);
        db.PollStates.Add(PollState.For(source, time.GetUtcNow()));
        if (!await db.SaveUnlessTakenAsync(cancellationToken))
        {
            return TypedResults.Problem($"There is a source '{request.Id}' already.", statusCode: StatusCodes.Status409Conflict);
        }

        VersionTag.Put(response, source.Revision);
        return TypedResults.Created($"/api/sources/{source.Id}");
    }

    public static async Task<Results<NoContent, NotFound, ValidationProblem, ProblemHttpResult>> Update(
        string id,
        SourceRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        CollectorDb db,
        ConnectorCatalog connectors,
        Whitelist whitelist,
        TimeProvider time,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        if (await db.Sources.FindAsync([id], cancellationToken) is not { } source)
        {
            return TypedResults.NotFound();
        }

        if (Precondition(source, ifMatch) is { } refused)
        {
            return refused;
        }

        var faults = request.Check(connectors, whitelist, out var settings);
        if (faults.Any)
        {
            return faults.Problem();
        }

        source.Edit(settings);
        var state = await db.PollStates.FindAsync([id], cancellationToken);
        state?.Restart(source.Enabled, time.GetUtcNow());
        VersionTag.Put(response, source.Revision);
        return await SaveAsync(db, cancellationToken) is { } conflict ? conflict : TypedResults.NoContent();
    }

    public static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Delete(
        string id,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        CollectorDb db,
        CancellationToken cancellationToken
    )
    {
        if (await db.Sources.FindAsync([id], cancellationToken) is not { } source)
        {
            return TypedResults.NotFound();
        }

        if (Precondition(source, ifMatch) is { } refused)
        {
            return refused;
        }

        if (source.FromFile)
        {
            return TypedResults.Problem(
                "sources.yaml would bring it back at the next start. Remove it there, or disable it with PUT.",
                statusCode: StatusCodes.Status409Conflict
            );
        }

        db.Sources.Remove(source);
        return await SaveAsync(db, cancellationToken) is { } conflict ? conflict : TypedResults.NoContent();
    }

    private static ProblemHttpResult? Precondition(Source source, string? ifMatch) =>
        ifMatch switch
        {
            null => TypedResults.Problem(
                "Send If-Match with the ETag of the version that you edit.",
                statusCode: StatusCodes.Status428PreconditionRequired
            ),
            _ when VersionTag.Matches(ifMatch, source.Revision) => null,
            _ => Outdated(),
        };

    // Two edits that both passed the check: the second one's save finds another revision.
    private static async Task<ProblemHttpResult?> SaveAsync(CollectorDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outdated();
        }
    }

    private static ProblemHttpResult Outdated() =>
        TypedResults.Problem("Somebody changed the source meanwhile. Read it again.", statusCode: StatusCodes.Status412PreconditionFailed);
}
