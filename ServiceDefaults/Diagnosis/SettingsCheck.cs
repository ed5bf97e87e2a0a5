using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace NewsEducator.ServiceDefaults.Diagnosis;

/// <summary>All settings that a start would refuse, not only the first.</summary>
internal sealed class SettingsCheck(IStartupValidator validator) : IHealthCheck
{
    public const string Name = "settings";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            validator.Validate();
            return Task.FromResult(HealthCheckResult.Healthy("All settings are valid."));
        }
        catch (OptionsValidationException refused)
        {
            return Task.FromResult(Refusal([refused]));
        }
        catch (AggregateException several)
        {
            return Task.FromResult(Refusal(several.InnerExceptions));
        }
    }

    private static HealthCheckResult Refusal(IEnumerable<Exception> refusals) =>
        HealthCheckResult.Unhealthy($"{string.Join(' ', refusals.Select(refusal => refusal.Message))} See docs/configuration.md.");
}
