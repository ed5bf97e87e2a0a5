using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.KeyPerFile;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Settings;

/// <summary>Which source of configuration says what is in force.</summary>
internal sealed class SettingOrigin(IConfiguration settings)
{
    /// <param name="name">As an environment variable.</param>
    /// <returns>The source, and its file where it is one.</returns>
    public (SettingSource Source, string? File) Of(string name)
    {
        var key = ReviewSettings.KeyOf(name);
        var provider = ((IConfigurationRoot)settings).Providers.LastOrDefault(each => Has(each, key));
        return provider switch
        {
            null => (SettingSource.Default, null),
            ChangedSettings => (SettingSource.Changed, null),
            EnvironmentVariablesConfigurationProvider => (SettingSource.Environment, null),
            CommandLineConfigurationProvider => (SettingSource.CommandLine, null),
            JsonConfigurationProvider json => (SettingSource.File, Path.GetFileName(json.Source.Path)),
            KeyPerFileConfigurationProvider => (SettingSource.File, name),
            _ => (SettingSource.Host, null),
        };
    }

    /// <summary>What would be in force if nobody had changed it here; null: the default.</summary>
    public string? Configured(string name)
    {
        var key = ReviewSettings.KeyOf(name);
        foreach (var provider in ((IConfigurationRoot)settings).Providers.Reverse().Where(each => each is not ChangedSettings))
        {
            if (provider.TryGet(key, out var value))
            {
                return value;
            }
        }

        return null;
    }

    // A list or a dictionary has only members.
    private static bool Has(IConfigurationProvider provider, string key) =>
        provider.TryGet(key, out _) || provider.GetChildKeys([], key).Any();
}
