using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.KeyPerFile;
using NewsEducator.Contracts;

namespace NewsEducator.ServiceDefaults.Settings;

/// <summary>Which source of configuration says what is in force.</summary>
internal sealed class SettingOrigin(IConfiguration settings)
{
    /// <param name="key">For example <c>Review:PackSize</c>.</param>
    /// <returns>The source, and its file where it is one; null where nobody says anything.</returns>
    public (SettingSource Source, string? File)? Of(string key) =>
        ((IConfigurationRoot)settings).Providers.LastOrDefault(each => Has(each, key)) switch
        {
            null => null,
            ChangedSettings => (SettingSource.Changed, null),
            EnvironmentVariablesConfigurationProvider => (SettingSource.Environment, null),
            CommandLineConfigurationProvider => (SettingSource.CommandLine, null),
            JsonConfigurationProvider json => (SettingSource.File, Path.GetFileName(json.Source.Path)),
            KeyPerFileConfigurationProvider => (SettingSource.File, SettingName.Of(key)),
            _ => (SettingSource.Host, null),
        };

    // A list or a dictionary has only members.
    private static bool Has(IConfigurationProvider provider, string key) =>
        provider.TryGet(key, out _) || provider.GetChildKeys([], key).Any();
}
