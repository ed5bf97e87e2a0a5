namespace NewsEducator.AppHost.Local;

/// <summary>How a program is started.</summary>
internal sealed record Launch(string Name, string File, params IReadOnlyList<string> Arguments)
{
    /// <summary>Set on top of the cleaned environment of this process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public string? WorkingDirectory { get; init; }

    public StopSignal StopSignal { get; init; } = StopSignal.Terminate;

    /// <summary>Gets each line that the program prints.</summary>
    public Action<string> Log { get; init; } = _ => { };
}
