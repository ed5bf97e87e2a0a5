namespace NewsEducator.Contracts;

/// <summary>A setting of a service as it is in force.</summary>
/// <param name="Name">As an environment variable: <c>Review__PackSize</c>.</param>
/// <param name="Value">As it would be written there; empty for a secret.</param>
/// <param name="Source">Who says so.</param>
/// <param name="File">Its name, where a file says so.</param>
/// <param name="IsChangeable">While the service runs, see <c>PUT /api/settings/{name}</c>.</param>
/// <param name="ChangedBy">Null unless it was changed here.</param>
/// <param name="ChangedAt">Null unless it was changed here.</param>
public sealed record SettingView(
    string Name,
    string Value,
    SettingSource Source,
    string? File,
    bool IsChangeable,
    string? ChangedBy,
    DateTimeOffset? ChangedAt
)
{
    /// <summary>Its value is shown to nobody.</summary>
    public bool IsSecret { get; init; }

    /// <summary>It has a value.</summary>
    public bool IsSet { get; init; }
}

/// <summary>Where a setting comes from.</summary>
public enum SettingSource
{
    Default,

    /// <summary>appsettings.json, user secrets, or a file of <c>Secrets__Folder</c>.</summary>
    File,
    Environment,
    CommandLine,

    /// <summary>The program that hosts the service.</summary>
    Host,

    /// <summary>Other settings, as the model of the summaries also gives the second opinion.</summary>
    Derived,

    /// <summary>A person, on the page or over the API.</summary>
    Changed,
}

/// <summary>A change of a setting.</summary>
/// <param name="Value">As the environment would say it, for example <c>12</c>, <c>08:30</c> or <c>00:00:30</c>.</param>
public sealed record SettingRequest(string? Value = null);

/// <summary>Somebody changed a setting.</summary>
/// <param name="Value">Null: back to what file, environment or default say.</param>
public sealed record SettingChangeView(string Name, string? Value, string By, DateTimeOffset At);

/// <summary>The settings of Review.</summary>
/// <param name="Changes">The latest ones, the last one first.</param>
public sealed record SettingsView(IReadOnlyList<SettingView> Settings, IReadOnlyList<SettingChangeView> Changes);
