using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.ServiceDefaults.Retention;

/// <summary>Periods after which data goes, so that no disk fills up and nobody's data stays without a reason.</summary>
public static class Expiring
{
    /// <summary>Rows of one statement: it holds its locks for milliseconds.</summary>
    public const int Batch = 1000;

    public static IServiceCollection AddExpiring<TExpiring>(this IServiceCollection services)
        where TExpiring : class, IExpiring => services.AddScoped<IExpiring, TExpiring>();

    /// <summary>Rows that are simply old.</summary>
    /// <param name="services">The service's.</param>
    /// <param name="what">See <see cref="IExpiring.What"/>.</param>
    /// <param name="period">See <see cref="IExpiring.Period"/>.</param>
    /// <param name="old">Those that are older than the given time, the oldest first.</param>
    public static IServiceCollection AddExpiring<TDb, TOptions, TRow>(
        this IServiceCollection services,
        string what,
        Func<TOptions, TimeSpan> period,
        Func<TDb, DateTimeOffset, IOrderedQueryable<TRow>> old
    )
        where TDb : notnull
        where TOptions : class =>
        services.AddScoped<IExpiring>(scope => new OldRows<TRow>(
            what,
            period(scope.GetRequiredService<IOptions<TOptions>>().Value),
            before => old(scope.GetRequiredService<TDb>(), before)
        ));

    /// <summary>Repeats a statement that removes at most <see cref="Batch"/> rows until it removes fewer.</summary>
    /// <returns>How many rows went.</returns>
    public static async Task<int> InBatchesAsync(Func<Task<int>> remove)
    {
        var (removed, last) = (0, Batch);
        while (last >= Batch)
        {
            last = await remove();
            removed += last;
        }

        return removed;
    }

    internal static void AddRetention(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidatedOptions<RetentionOptions>(RetentionOptions.Section);
        // A dead letter that waits for a person may be the only copy of an approval: it stays.
        builder
            .Services.AddExpiring<HandledMessages>()
            .AddExpiring(
                "discarded dead letters",
                (RetentionOptions options) => options.DiscardedDeadLetters,
                (ServiceDb db, DateTimeOffset before) =>
                    db.DeadLetters.Where(letter => letter.DiscardedAt < before).OrderBy(letter => letter.DiscardedAt)
            );
        builder.Services.TryAddScoped<NeededEvidence>();
        builder.Services.AddHostedService<RemoveExpired>();
    }
}
