namespace NewsEducator.ServiceDefaults.Settings;

/// <summary>A setting as the environment spells it, <c>Review__PackSize</c>, and as the configuration does,
/// <c>Review:PackSize</c>.</summary>
public static class SettingName
{
    public static string Of(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    public static string KeyOf(string name) => name.Replace("__", ":", StringComparison.Ordinal);
}
