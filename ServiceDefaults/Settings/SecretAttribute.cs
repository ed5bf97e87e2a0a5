namespace NewsEducator.ServiceDefaults.Settings;

/// <summary>A setting whose value is shown to nobody.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
