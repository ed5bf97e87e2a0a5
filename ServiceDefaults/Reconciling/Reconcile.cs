using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.ServiceDefaults.Reconciling;

/// <summary>Nothing that one stage sent can be missing at the next one unseen.</summary>
public static class Reconcile
{
    public const int MostIds = 1000;
    internal const string Address = "/api/reconcile";
    private const string ClientName = "reconcile";

    /// <summary>This service asks the next one; it may ask several, each for something else.</summary>
    public static WebApplicationBuilder AddReconciler<TSent>(this WebApplicationBuilder builder)
        where TSent : class, ISentItems
    {
        builder.Services.AddScoped<ISentItems, TSent>();
        if (builder.Services.Count(service => service.ServiceType == typeof(ISentItems)) > 1)
        {
            return builder;
        }

        builder
            .Services.AddOptions<ReconcileOptions>()
            .BindConfiguration(ReconcileOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddTransient<AttachServiceToken>();
        builder.Services.AddHttpClient(ClientName).AddHttpMessageHandler<AttachServiceToken>();
        // Without an address of the next service there is nobody to ask: the first start of a single service, and tests.
        if (builder.Configuration.GetSection("services").Exists())
        {
            builder.Services.AddHostedService<Reconciler>();
        }

        return builder;
    }

    /// <summary>This service answers the one before it.</summary>
    /// <param name="app">The service.</param>
    /// <param name="what">See <see cref="ISentItems.What"/>.</param>
    public static void MapReconcile<TReceived>(this IEndpointRouteBuilder app, string what)
        where TReceived : IReceivedItems =>
        app.MapPost($"{Address}/{what}", AnswerAsync<TReceived>).RequireAuthorization(Roles.Service).ExcludeFromDescription();

    /// <returns>Those of the ids that the other service neither has nor has on its way.</returns>
    internal static async Task<IReadOnlyList<Guid>> AskAsync(
        IHttpClientFactory http,
        string service,
        string what,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        using var client = http.CreateClient(ClientName);
        using var answer = await client.PostAsJsonAsync($"http://{service}{Address}/{what}", new Question(ids), cancellationToken);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Answer>(cancellationToken))!.Missing;
    }

    internal sealed record Question(IReadOnlyList<Guid> Ids);

    internal sealed record Answer(IReadOnlyList<Guid> Missing);

    private static async Task<Results<Ok<Answer>, ValidationProblem>> AnswerAsync<TReceived>(
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
}
