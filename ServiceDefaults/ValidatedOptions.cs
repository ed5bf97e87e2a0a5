using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults.Settings;

namespace NewsEducator.ServiceDefaults;

public static class ValidatedOptions
{
    /// <summary>Settings that are checked when the service starts: one with a wrong value does not start. Operators see
    /// them, see <see cref="SettingsInForce"/>.</summary>
    /// <param name="services">The service's.</param>
    /// <param name="sections">Where the settings are; a later section wins over a former one.</param>
    /// <returns>For checks that attributes cannot express.</returns>
    public static OptionsBuilder<TOptions> AddValidatedOptions<TOptions>(this IServiceCollection services, params string[] sections)
        where TOptions : class
    {
        services.AddSingleton(new SettingsSection(typeof(TOptions), sections));
        var options = services.AddOptions<TOptions>();
        foreach (var section in sections)
        {
            options.BindConfiguration(section);
        }

        services.AddSingleton<IValidateOptions<TOptions>>(new AttributeCheck<TOptions>(sections[^1]));
        return options.ValidateOnStart();
    }
}
