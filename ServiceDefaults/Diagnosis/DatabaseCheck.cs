using System.Globalization;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsEducator.ServiceDefaults.Data;
using Npgsql;

namespace NewsEducator.ServiceDefaults.Diagnosis;

/// <summary>The database: reached, of a version that is known to work, its clock, what our user may do, its schema.</summary>
/// <param name="name">Of the connection string.</param>
internal sealed class DatabaseCheck(
    NpgsqlDataSource database,
    IServiceScopeFactory scopes,
    IConfiguration settings,
    TimeProvider time,
    string name
) : IHealthCheck
{
    public const string Name = "postgres";

    // The oldest that the tests run on.
    private const int OldestVersion = 15;

    private readonly NpgsqlConnectionStringBuilder _address = new(database.ConnectionString);

    private string Server => $"PostgreSQL at {_address.Host}:{_address.Port.ToString(CultureInfo.InvariantCulture)}";

    private string Setting => $"ConnectionStrings__{name}";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await LookAsync(cancellationToken);
        }
        catch (PostgresException refused)
            when (refused.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            return HealthCheckResult.Unhealthy(
                $"{Server} refuses user {_address.Username} ({refused.MessageText}): put the right user and password into {Setting}."
            );
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.InvalidCatalogName)
        {
            return HealthCheckResult.Unhealthy(
                $"{Server} has no database {_address.Database}: make it (CREATE DATABASE {_address.Database} OWNER {_address.Username}), or correct {Setting}."
            );
        }
        catch (Exception away) when (away is NpgsqlException or SocketException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy(
                $"{Server} does not answer as it should ({away.Message.TrimEnd('.')}): start it, or correct {Setting}."
            );
        }
    }

    private async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            SELECT current_setting('server_version_num')::int / 10000, current_setting('server_version'), clock_timestamp(),
                has_schema_privilege('public', 'CREATE')
            """
        );
        var asked = time.GetUtcNow();
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var clock = ClockDifference.Of(asked, time.GetUtcNow(), await row.GetFieldValueAsync<DateTimeOffset>(2, cancellationToken), Server);
        var version = row.GetString(1);
        var fault =
            row.GetInt32(0) < OldestVersion ? $"{Server} is {version}; at least {OldestVersion} is needed: upgrade it."
            : !row.GetBoolean(3)
                ? $"User {_address.Username} may not make tables in database {_address.Database} of {Server}: make it the owner (ALTER DATABASE {_address.Database} OWNER TO {_address.Username})."
            : clock.Fault;
        await row.CloseAsync();
        if (fault is not null)
        {
            return HealthCheckResult.Unhealthy(fault);
        }

        var outstanding = await OutstandingAsync(cancellationToken);
        return outstanding > 0 && !settings.GetValue(Database.MigrateAtStart, false)
            ? HealthCheckResult.Degraded(
                $"Database {_address.Database} of {Server} lacks {outstanding} migrations: run this program with the argument migrate."
            )
            : HealthCheckResult.Healthy(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Server} is {version}, database {_address.Database}, clocks {clock.Ahead.Duration().TotalSeconds:0.0} s apart."
                )
            );
    }

    private async Task<int> OutstandingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        return (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
    }
}
