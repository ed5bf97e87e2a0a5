using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Operations.EndToEnd;

/// <summary>Has the Collector fetch one page and follows the item; nothing else about it is special.</summary>
internal sealed class BeginEndToEnd(ReviewDb db, ServiceCalls calls, ChooseAddress choose, ReadEndToEnd read, TimeProvider time)
{
    // The Collector fetches the page before it answers, and waits for its turn at the host.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    public static async Task<Results<Created<EndToEndView>, ProblemHttpResult>> Handle(
        EndToEndRequest request,
        BeginEndToEnd begin,
        HttpContext http,
        CancellationToken cancellationToken
    ) => await begin.RunAsync(request.Address?.Trim(), Actor.From(http.User, "check"), cancellationToken);

    private async Task<Results<Created<EndToEndView>, ProblemHttpResult>> RunAsync(
        string? given,
        Actor who,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrEmpty(given) && await choose.OldestNewAsync(cancellationToken) is { } listed)
        {
            given = listed;
        }

        if (string.IsNullOrEmpty(given))
        {
            return Problems.Conflict("check.nothing-new");
        }

        if (!CanonicalUrl.TryParse(given, out var page))
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "check.address", PlainText.Line(given, 200));
        }

        var itemId = ItemIds.ForUrl(page.AbsoluteUri);
        if (await StandsAsync(itemId, cancellationToken) is { } state)
        {
            return Problems.Conflict("check.known", state.ToString());
        }

        var check = new EndToEndCheck
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            ItemId = itemId,
            Address = given,
            By = who.Name,
            BeganAt = time.GetUtcNow(),
        };
        db.EndToEndChecks.Add(check);
        await db.SaveChangesAsync(cancellationToken);
        await CollectAsync(check, cancellationToken);
        return TypedResults.Created($"/api/operations/end-to-end/{check.Id}", await read.ViewAsync(check, cancellationToken));
    }

    /// <returns>The state of a candidate that people know; null if nobody knows one: a check alone brought it.</returns>
    private async Task<CandidateState?> StandsAsync(Guid itemId, CancellationToken cancellationToken) =>
        await db
            .Candidates.Where(candidate =>
                candidate.Id == itemId
                && !(
                    candidate.State == CandidateState.Expired
                    && candidate.PackId == null
                    && db.EndToEndChecks.Any(check => check.ItemId == itemId)
                )
            )
            .Select(candidate => (CandidateState?)candidate.State)
            .SingleOrDefaultAsync(cancellationToken);

    private async Task CollectAsync(EndToEndCheck check, CancellationToken cancellationToken)
    {
        var answer = await calls.PostAsync("collector", "/api/items", new { url = check.Address }, cancellationToken, Patience);
        if (answer.Json() is not { } item)
        {
            check.Stop(answer.IsAway ? "" : $"HTTP {answer.Status}");
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        await FollowAsync(check, (Guid)item["id"]!, cancellationToken);
        if ((string?)item["state"] == "Collected")
        {
            check.Collect(time.GetUtcNow());
        }
        else
        {
            check.Stop(FaultOf(item));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The upstream may spell the address in another way, so that the item has another id; it may be here already.</summary>
    private async Task FollowAsync(EndToEndCheck check, Guid itemId, CancellationToken cancellationToken)
    {
        if (itemId == check.ItemId)
        {
            return;
        }

        check.ItemId = itemId;
        await db.SaveChangesAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (
            await db.LockCandidateAsync(itemId, cancellationToken) is { State: CandidateState.Waiting or CandidateState.Blocked } here
            && here.ArrivedAt >= check.BeganAt
        )
        {
            await db.TakeOutCheckedAsync(here, time.GetUtcNow(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static string FaultOf(JsonNode item) =>
        PlainText.Line(
            string.Join(" · ", new[] { (string?)item["state"], (string?)item["reason"], (string?)item["detail"] }.OfType<string>()),
            300
        );
}
