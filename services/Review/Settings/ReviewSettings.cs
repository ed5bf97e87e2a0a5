using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Settings;

namespace NewsEducator.Review.Settings;

/// <summary>The options of section <c>Review</c>, and what of them people may change while the service runs.</summary>
internal static class ReviewSettings
{
    /// <summary>Nothing that is stored, signed or agreed with another service depends on these.</summary>
    public static readonly IReadOnlyList<string> Changeable =
    [
        Named(nameof(ReviewOptions.CutAt)),
        Named(nameof(ReviewOptions.PackSize)),
        Named(nameof(ReviewOptions.ReleaseHold)),
        Named(nameof(ReviewOptions.RemindAfter)),
    ];

    public static void AddReviewSettings(this WebApplicationBuilder builder)
    {
        var changed = new ChangedSettings();
        ((IConfigurationBuilder)builder.Configuration).Add(changed);
        builder.Services.AddSingleton(changed);
        builder.Services.AddReviewOptions();
        // Whoever reads them gets what is in force now.
        builder.Services.AddSingleton<IOptions<ReviewOptions>, CurrentReviewOptions>();
        builder.Services.AddSingleton<FollowSettings>();
        builder.Services.AddHostedService(services => services.GetRequiredService<FollowSettings>());
        builder.Services.AddScoped<ReadSettings>();
        builder.Services.AddScoped<ChangeSetting>();
    }

    /// <summary>The rules of the start, asked of the settings as they would be.</summary>
    /// <param name="settings">As they are.</param>
    /// <param name="name">One of <see cref="Changeable"/>.</param>
    /// <param name="value">As a file or the environment would say it.</param>
    public static bool Allows(IConfiguration settings, string name, string value)
    {
        using var wanted = (ConfigurationRoot)
            new ConfigurationBuilder()
                .AddConfiguration(settings)
                .AddInMemoryCollection([KeyValuePair.Create(SettingName.KeyOf(name), (string?)value)])
                .Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(wanted).AddReviewOptions().BuildServiceProvider();
        try
        {
            _ = services.GetRequiredService<IOptions<ReviewOptions>>().Value;
            return true;
        }
        catch (Exception refused) when (refused is OptionsValidationException or InvalidOperationException)
        {
            // The second is what the binder throws of a value that is no number or no time.
            return false;
        }
    }

    private static IServiceCollection AddReviewOptions(this IServiceCollection services)
    {
        services.AddValidatedOptions<ReviewOptions>(ReviewOptions.Section);
        return services;
    }

    private static string Named(string property) => $"{ReviewOptions.Section}__{property}";

    private sealed class CurrentReviewOptions(IOptionsMonitor<ReviewOptions> options) : IOptions<ReviewOptions>
    {
        public ReviewOptions Value => options.CurrentValue;
    }
}
