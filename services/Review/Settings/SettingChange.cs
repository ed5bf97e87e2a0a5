namespace NewsEducator.Review.Settings;

/// <summary>A setting that somebody changed on the page or over the API. The last one of a name counts; none is ever changed.</summary>
internal sealed class SettingChange
{
    public long Id { get; init; }

    /// <summary>As an environment variable: <c>Review__PackSize</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Null: from here on what file, environment or default say.</summary>
    public string? Value { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
