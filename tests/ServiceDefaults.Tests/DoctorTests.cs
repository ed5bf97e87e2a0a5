using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Diagnosis;
using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.ServiceDefaults.Tests;

/// <summary><c>/api/doctor</c> of a running service.</summary>
public sealed class DoctorTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_runs_all_checks_for_operators_only_and_health_does_not_run_those_on_request()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        var asked = 0;
        await using var service = await LedgerService.StartAsync(
            database,
            messaging,
            add: (builder, _) =>
                builder
                    .Services.AddHealthChecks()
                    .AddCheck(
                        "counted",
                        () => HealthCheckResult.Degraded($"asked {Interlocked.Increment(ref asked)} times"),
                        [Doctor.OnRequest]
                    )
        );
        using var person = service.Client("reviewer-token");
        using var client = service.Client();

        (await person.GetAsync("/api/doctor", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await Eventually.HealthAsync(client, "Healthy");
        asked.ShouldBe(0);
        var checks = (await client.GetFromJsonAsync<List<CheckView>>("/api/doctor", Json, Cancel))!.ToDictionary(check => check.Name);

        checks["counted"].ShouldBe(new CheckView("counted", CheckState.Warning, "asked 1 times"));
        checks["settings"].State.ShouldBe(CheckState.Ok);
        checks["rabbitmq"].State.ShouldBe(CheckState.Ok);
        checks["masstransit-bus"].State.ShouldBe(CheckState.Ok);
        var address = new NpgsqlConnectionStringBuilder(database);
        checks["postgres"].Said.ShouldStartWith($"PostgreSQL at {address.Host}:{address.Port} is ");
        checks["postgres"].Said.ShouldContain($"database {address.Database}, clocks 0.");
    }

    [Fact]
    public async Task A_user_that_may_not_make_tables_is_a_fault()
    {
        var (database, _) = await LedgerService.NewGroundAsync();
        var user = $"guest{Guid.NewGuid():N}";
        await using (var admin = NpgsqlDataSource.Create(database))
        {
            await using var make = admin.CreateCommand($"CREATE USER {user} PASSWORD 'secret'");
            await make.ExecuteNonQueryAsync(Cancel);
        }

        await using var guest = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(database) { Username = user, Password = "secret" }.ConnectionString
        );
        var services = new ServiceCollection()
            .AddSingleton(guest)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IConfiguration>(new ConfigurationManager())
            .AddLogging();
        services.AddHealthChecks().AddOnRequest<DatabaseCheck>("postgres", "ledgerdb");
        await using var provider = services.BuildServiceProvider();

        var check = (await provider.ExamineAsync(Cancel)).ShouldHaveSingleItem();

        check.State.ShouldBe(CheckState.Fault);
        check.Said.ShouldStartWith($"User {user} may not make tables in database ");
    }

    [Fact]
    public void Clocks_are_compared_with_the_middle_of_the_question()
    {
        var asked = new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);

        ClockDifference.Of(asked, asked.AddSeconds(10), asked.AddSeconds(5), "GitHub").Ahead.ShouldBe(TimeSpan.Zero);
        ClockDifference.Of(asked, asked, asked.AddSeconds(60), "GitHub").Fault.ShouldBeNull();
        ClockDifference
            .Of(asked, asked, asked.AddSeconds(61), "GitHub")
            .Fault.ShouldNotBeNull()
            .ShouldStartWith("This machine's clock is 61 s behind that of GitHub");
        ClockDifference.Of(asked, asked, asked.AddSeconds(-90), "GitHub").Fault.ShouldNotBeNull().ShouldContain("90 s ahead of");
    }
}
