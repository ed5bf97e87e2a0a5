using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Texts;

namespace NewsEducator.Review.Operations.EndToEnd;

/// <summary>How far a checked item is: what each service says of it, by its id.</summary>
internal sealed class ReadEndToEnd(ServiceCalls calls)
{
    public static async Task<Results<Ok<EndToEndView>, NotFound>> Handle(
        Guid id,
        ReviewDb db,
        ReadEndToEnd read,
        CancellationToken cancellationToken
    ) =>
        await db.EndToEndChecks.FindAsync([id], cancellationToken) is { } check
            ? TypedResults.Ok(await read.ViewAsync(check, cancellationToken))
            : TypedResults.NotFound();

    public async Task<EndToEndView> ViewAsync(EndToEndCheck check, CancellationToken cancellationToken)
    {
        List<EndToEndStage> stages = [Collected(check)];
        if (check.CollectedAt is { } collected)
        {
            await FollowAsync(stages, check, collected, cancellationToken);
        }

        return new EndToEndView(
            check.Id,
            check.ItemId,
            check.Address,
            check.By,
            check.BeganAt,
            stages,
            IsDone: check.ArrivedAt is not null,
            IsStopped: check.Fault is not null
        );
    }

    private async Task FollowAsync(
        List<EndToEndStage> stages,
        EndToEndCheck check,
        DateTimeOffset collected,
        CancellationToken cancellationToken
    )
    {
        var summarized = calls.SendAsync(HttpMethod.Get, "summarizer", $"/api/summaries/{check.ItemId}", null, cancellationToken);
        var screened = calls.SendAsync(HttpMethod.Get, "compliance", $"/api/screenings/{check.ItemId}", null, cancellationToken);
        var writtenAt = (DateTimeOffset?)(await summarized).Json()?["writtenAt"];
        var screenedAt = (DateTimeOffset?)(await screened).Json()?[0]?["screenedAt"];
        var (isScreened, isSummarized) = (check.ArrivedAt ?? screenedAt, check.ArrivedAt ?? screenedAt ?? writtenAt);

        stages.Add(Of("summarized", isSummarized is not null, Between(collected, writtenAt, check)));
        if (isSummarized is null)
        {
            return;
        }

        stages.Add(Of("screened", isScreened is not null, Between(writtenAt, screenedAt, check)));
        if (isScreened is not null)
        {
            stages.Add(Queued(check, screenedAt));
        }
    }

    private static EndToEndStage Collected(EndToEndCheck check) =>
        check.Fault is { } fault
            ? Of(fault.Length == 0 ? "collector-away" : "not-collected", false, null, fault) with
            {
                Name = "collected",
            }
            : Of("collected", check.CollectedAt is not null, check.CollectedAt - check.BeganAt, check.Address);

    private static EndToEndStage Queued(EndToEndCheck check, DateTimeOffset? screenedAt) =>
        check.ArrivedAt is null ? Of("queued", false, null)
        : check.Verdict == Verdict.Blocked ? Of("blocked", true, Between(screenedAt, check.ArrivedAt, check)) with { Name = "queued" }
        : Of("queued", true, Between(screenedAt, check.ArrivedAt, check));

    /// <returns>Null where one of the two is from before the check; a stage may be done before the one before it has answered.</returns>
    private static TimeSpan? Between(DateTimeOffset? from, DateTimeOffset? until, EndToEndCheck check) =>
        from is { } begin && until is { } end && begin >= check.BeganAt && end >= check.BeganAt
            ? TimeSpan.FromTicks(Math.Max(0, (end - begin).Ticks))
            : null;

    private static EndToEndStage Of(string name, bool isDone, TimeSpan? took, params object[] arguments)
    {
        var key = isDone ? $"check.{name}" : $"check.{name}-waits";
        return new EndToEndStage(name, isDone, took, Text.Get(key, Text.Chinese, arguments), Text.Get(key, Text.English, arguments));
    }
}
