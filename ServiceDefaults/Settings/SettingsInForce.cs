using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.ServiceDefaults.Settings;

/// <summary>What a service runs with and who says so: every setting of its options classes, of a secret only whether it is set.</summary>
public sealed class SettingsInForce
{
    private readonly IServiceProvider _services;
    private readonly SettingOrigin _origin;
    private readonly IReadOnlyList<SettingsSection> _sections;

    internal SettingsInForce(IServiceProvider services, SettingOrigin origin, IEnumerable<SettingsSection> sections) =>
        (_services, _origin, _sections) = (services, origin, [.. sections.Distinct()]);

    /// <returns>By section and name.</returns>
    public IReadOnlyList<SettingView> Read() =>
        [.. _sections.SelectMany(ReadSection).OrderBy(setting => setting.Name.Split("__")[0], StringComparer.Ordinal)];

    internal static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SettingOrigin>();
        builder.Services.AddSingleton(services => new SettingsInForce(
            services,
            services.GetRequiredService<SettingOrigin>(),
            services.GetServices<SettingsSection>()
        ));
    }

    internal static void Map(WebApplication app) =>
        app.MapGet("/api/configuration", Handle).RequireAuthorization(Roles.Operator).ExcludeFromDescription();

    private static Ok<IReadOnlyList<SettingView>> Handle(SettingsInForce settings) => TypedResults.Ok(settings.Read());

    private IEnumerable<SettingView> ReadSection(SettingsSection section)
    {
        var defaults = WrittenSettings.Of(Activator.CreateInstance(section.Options)!).ToDictionary(setting => setting.Path);
        return WrittenSettings
            .Of(ValueOf(section.Options))
            .Select(setting => View(section, setting, defaults.GetValueOrDefault(setting.Path)?.Value ?? ""));
    }

    private SettingView View(SettingsSection section, WrittenSetting setting, string usual)
    {
        var found = section
            .Names.Reverse()
            .Select(name => _origin.Of($"{name}:{setting.Path}"))
            .FirstOrDefault(origin => origin is not null);
        // What nobody says and is not the default either, the service took from other settings.
        var (source, file) = found ?? (setting.Value == usual ? SettingSource.Default : SettingSource.Derived, null);
        return new SettingView(
            SettingName.Of($"{section.Names[^1]}:{setting.Path}"),
            setting.IsSecret ? "" : setting.Value,
            source,
            file,
            IsChangeable: false,
            ChangedBy: null,
            ChangedAt: null
        )
        {
            IsSecret = setting.IsSecret,
            IsSet = setting.Value.Length > 0,
        };
    }

    private object ValueOf(Type options)
    {
        var holder = typeof(IOptions<>).MakeGenericType(options);
        return holder.GetProperty(nameof(IOptions<>.Value))!.GetValue(_services.GetRequiredService(holder))!;
    }
}
