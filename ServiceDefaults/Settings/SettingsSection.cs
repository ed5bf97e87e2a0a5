namespace NewsEducator.ServiceDefaults.Settings;

/// <summary>An options class of a service, and where its settings are.</summary>
/// <param name="Options">The class.</param>
/// <param name="Names">For example <c>Review</c>; a later name wins over a former one.</param>
public sealed record SettingsSection(Type Options, IReadOnlyList<string> Names);
