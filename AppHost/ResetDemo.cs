using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.AppHost.Running;
using NewsEducator.AppHost.Servers;
using Npgsql;

namespace NewsEducator.AppHost;

/// <summary>The dashboard's command that takes the demo back to its first minute: empty databases, an empty vault, the sample day collected
/// again.</summary>
internal static class ResetDemo
{
    public static IResourceBuilder<ProjectResource> WithResetCommand(
        this IResourceBuilder<ProjectResource> upstream,
        PostgresServerResource postgres,
        DataFolder data
    ) =>
        upstream.WithCommand(
            "reset-demo",
            "Reset the demo",
            context => ResetAsync(context, postgres, data),
            new CommandOptions
            {
                IconName = "ArrowReset",
                ConfirmationMessage = "This deletes everything that was collected, decided and published in this data folder. Go on?",
            }
        );

    private static async Task<ExecuteCommandResult> ResetAsync(
        ExecuteCommandContext context,
        PostgresServerResource postgres,
        DataFolder data
    )
    {
        var commands = context.Services.GetRequiredService<ResourceCommandService>();
        await Task.WhenAll(
            BrokerAccounts.ServiceNames.Select(service =>
                commands.ExecuteCommandAsync(service, KnownResourceCommands.StopCommand, context.CancellationToken)
            )
        );
        await using (var server = new NpgsqlConnection(await postgres.ConnectionStringExpression.GetValueAsync(context.CancellationToken)))
        {
            await server.OpenAsync(context.CancellationToken);
            foreach (var database in postgres.Databases.Values)
            {
                await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {database} WITH (FORCE)", context.CancellationToken);
                await ExecuteAsync(server, $"CREATE DATABASE {database}", context.CancellationToken);
            }
        }

        if (Directory.Exists(data.In("notes")))
        {
            Directory.Delete(data.In("notes"), recursive: true);
        }

        var started = await Task.WhenAll(
            BrokerAccounts.ServiceNames.Select(service =>
                commands.ExecuteCommandAsync(service, KnownResourceCommands.StartCommand, context.CancellationToken)
            )
        );
        return started.All(each => each.Success)
            ? CommandResults.Success()
            : CommandResults.Failure(started.First(each => !each.Success).Message ?? "a service did not start");
    }

    private static async Task ExecuteAsync(NpgsqlConnection server, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
