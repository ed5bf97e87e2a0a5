using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.ServiceDefaults.Diagnosis;

/// <summary>Looks at all that a service needs. The argument <c>doctor</c> does it without starting the service; a running one is asked at
/// <c>/api/doctor</c>.</summary>
public static class Doctor
{
    public const string Argument = "doctor";

    /// <summary>Tag of a check that asks other hosts or writes a file: it runs on request and never for <c>/health</c>.</summary>
    public const string OnRequest = "doctor";

    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="checks">The checks of this service.</param>
    /// <param name="name">Of the check.</param>
    /// <param name="arguments">Its constructor's, besides services.</param>
    public static IHealthChecksBuilder AddOnRequest<TCheck>(this IHealthChecksBuilder checks, string name, params object[] arguments)
        where TCheck : class, IHealthCheck =>
        checks.AddTypeActivatedCheck<TCheck>(name, HealthStatus.Unhealthy, [OnRequest], Patience, arguments);

    /// <summary>All checks of the service, at once; the health service would log each fault as an error.</summary>
    public static Task<IReadOnlyList<CheckView>> ExamineAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.ExamineAsync(check => !check.Tags.Contains("live"), cancellationToken);

    internal static void Map(WebApplication app) =>
        app.MapGet("/api/doctor", Handle).RequireAuthorization(Roles.Operator).ExcludeFromDescription();

    /// <summary>Writes a line for each check: state, name and what it says, with tabs between.</summary>
    /// <param name="services">The service's, which is not started.</param>
    /// <param name="arguments"><c>--skip CHECK</c> for each that is left out.</param>
    /// <returns>The process's exit code: 1 where something is wrong.</returns>
    internal static async Task<int> RunAsync(IServiceProvider services, IReadOnlyCollection<string> arguments)
    {
        var found = await services.ExamineAsync(
            check => check.Tags.Contains(OnRequest) && !arguments.Contains(check.Name),
            CancellationToken.None
        );
        foreach (var check in found)
        {
            await Console.Out.WriteLineAsync($"{check.State}\t{check.Name}\t{check.Said.ReplaceLineEndings(" ")}");
        }

        return found.Any(check => check.State == CheckState.Fault) ? 1 : 0;
    }

    private static async Task<Ok<IReadOnlyList<CheckView>>> Handle(IServiceProvider services, CancellationToken cancellationToken) =>
        TypedResults.Ok(await services.ExamineAsync(cancellationToken));

    private static async Task<IReadOnlyList<CheckView>> ExamineAsync(
        this IServiceProvider services,
        Func<HealthCheckRegistration, bool> which,
        CancellationToken cancellationToken
    )
    {
        var checks = services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations;
        var found = await Task.WhenAll(checks.Where(which).Select(check => ExamineAsync(services, check, cancellationToken)));
        return [.. found.OrderBy(check => check.Name, StringComparer.Ordinal)];
    }

    private static async Task<CheckView> ExamineAsync(
        IServiceProvider services,
        HealthCheckRegistration check,
        CancellationToken cancellationToken
    )
    {
        await using var scope = services.CreateAsyncScope();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var context = new HealthCheckContext { Registration = check };
            var found = await check.Factory(scope.ServiceProvider).CheckHealthAsync(context, limit.Token);
            return new CheckView(check.Name, StateOf(found.Status), found.Description ?? "");
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            return new CheckView(check.Name, CheckState.Fault, $"This could not be looked at: {failed.GetBaseException().Message}");
        }
    }

    private static CheckState StateOf(HealthStatus status) =>
        status switch
        {
            HealthStatus.Healthy => CheckState.Ok,
            HealthStatus.Degraded => CheckState.Warning,
            _ => CheckState.Fault,
        };
}
