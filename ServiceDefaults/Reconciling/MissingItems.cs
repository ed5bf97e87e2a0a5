using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.ServiceDefaults.Reconciling;

/// <summary>Which of the ids that one service sent the other one does not have: the question and its answer.</summary>
internal static class MissingItems
{
    public const int MostIds = 1000;
    public const string ClientName = "reconcile";

    public static string AddressOf(string what) => $"/api/reconcile/{what}";

    /// <returns>Those of the ids that the other service neither has nor has on its way.</returns>
    public static async Task<IReadOnlyList<Guid>> AskAsync(
        IHttpClientFactory http,
        string service,
        string what,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        using var client = http.CreateClient(ClientName);
        using var answer = await client.PostAsJsonAsync($"http://{service}{AddressOf(what)}", new Question(ids), cancellationToken);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Answer>(cancellationToken))!.Missing;
    }

    public static async Task<Results<Ok<Answer>, ValidationProblem>> AnswerAsync<TReceived>(
        Question question,
        IServiceProvider services,
        ServiceDb db,
        CancellationToken cancellationToken
    )
        where TReceived : IReceivedItems
    {
        if (question.Ids is null || question.Ids.Count > MostIds)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["ids"] = [$"0 to {MostIds} ids are needed."] });
        }

        var known = await ActivatorUtilities.CreateInstance<TReceived>(services).KnownAsync(question.Ids, cancellationToken);
        var missing = question.Ids.Except(known).ToArray();
        return TypedResults.Ok(new Answer([.. missing.Except(await OnItsWayAsync(db, missing, cancellationToken))]));
    }

    /// <summary>What waits here, for a model or for a redelivery or for a person, is not missing.</summary>
    private static async Task<List<Guid>> OnItsWayAsync(ServiceDb db, Guid[] missing, CancellationToken cancellationToken) =>
        missing.Length == 0
            ? []
            : await db
                .Database.SqlQuery<Guid>(
                    $"""
                    SELECT id AS "Value" FROM unnest({missing}) AS id
                    WHERE EXISTS (SELECT FROM outbox WHERE position(id::text IN body) > 0)
                       OR EXISTS (SELECT FROM dead_letters WHERE position(convert_to(id::text, 'UTF8') IN body) > 0)
                    """
                )
                .ToListAsync(cancellationToken);

    internal sealed record Question(IReadOnlyList<Guid> Ids);

    internal sealed record Answer(IReadOnlyList<Guid> Missing);
}
