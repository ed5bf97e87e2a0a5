using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.ServiceDefaults.Privacy;

/// <summary>What a service stores under a person's name, for the export that this person may ask for.</summary>
public static class PersonalData
{
    /// <param name="services">The service's.</param>
    /// <param name="table">Where the rows are.</param>
    /// <param name="rows">Those of a name, without secrets and without what others wrote.</param>
    public static IServiceCollection AddPersonalData<TDb, TRow>(
        this IServiceCollection services,
        string table,
        Func<TDb, string, IQueryable<TRow>> rows
    )
        where TDb : notnull =>
        services.AddScoped(scope => new Source(
            table,
            async (name, cancellationToken) =>
                JsonSerializer
                    .SerializeToNode(await rows(scope.GetRequiredService<TDb>(), name).ToListAsync(cancellationToken), OutboxMessage.Json)!
                    .AsArray()
        ));

    /// <summary>As names are stored.</summary>
    public static string NameOf(string given) => PlainText.Line(given, 80);

    public static async Task<IReadOnlyDictionary<string, JsonArray>> ReadAsync(
        IServiceProvider services,
        string name,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, JsonArray>();
        foreach (var source in services.GetServices<Source>())
        {
            if (await source.ReadAsync(name, cancellationToken) is { Count: > 0 } rows)
            {
                found[source.Table] = rows;
            }
        }

        return found;
    }

    internal static void AddOfMessages(IServiceCollection services) =>
        services.AddPersonalData(
            "dead_letters",
            (ServiceDb db, string name) =>
                db
                    .DeadLetters.Where(letter => letter.DiscardedBy == name)
                    .Select(letter => new
                    {
                        letter.Id,
                        letter.DiscardedAt,
                        letter.DiscardReason,
                    })
        );

    internal static void Map(WebApplication app) =>
        app.MapGet("/api/personal-data", Handle).RequireAuthorization(Roles.Operator).ExcludeFromDescription();

    private static async Task<Ok<IReadOnlyDictionary<string, JsonArray>>> Handle(
        string name,
        IServiceProvider services,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await ReadAsync(services, NameOf(name), cancellationToken));

    private sealed record Source(string Table, Func<string, CancellationToken, Task<JsonArray>> ReadAsync);
}
