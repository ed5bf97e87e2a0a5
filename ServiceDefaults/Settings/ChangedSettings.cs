using Microsoft.Extensions.Configuration;

namespace NewsEducator.ServiceDefaults.Settings;

/// <summary>What people changed, as configuration: the last source, so it wins over the environment.</summary>
public sealed class ChangedSettings : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <param name="key">For example <c>Review:PackSize</c>.</param>
    /// <param name="value">As the environment would say it.</param>
    public bool Says(string key, string value) => TryGet(key, out var known) && known == value;

    /// <param name="values">By key, <c>Review:PackSize</c>.</param>
    public void Put(IReadOnlyDictionary<string, string?> values)
    {
        if (values.Count == Data.Count && values.All(value => Data.TryGetValue(value.Key, out var known) && known == value.Value))
        {
            return;
        }

        Data = new Dictionary<string, string?>(values, StringComparer.OrdinalIgnoreCase);
        OnReload();
    }
}
