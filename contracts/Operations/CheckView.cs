namespace NewsEducator.Contracts;

/// <summary>What a service found when it looked at one thing that it needs.</summary>
/// <param name="Name">Of the check, for example <c>postgres</c> or <c>github</c>.</param>
/// <param name="State">Whether something has to be done.</param>
/// <param name="Said">What is there; where something is wrong, also where and what to do. Holds no secret.</param>
public sealed record CheckView(string Name, CheckState State, string Said);

public enum CheckState
{
    Ok,

    /// <summary>It works, though not as it could, or not for much longer.</summary>
    Warning,

    /// <summary>It does not work until somebody does what the check says.</summary>
    Fault,
}

/// <summary>The checks of one service.</summary>
/// <param name="Checks">Null where it does not answer.</param>
public sealed record ServiceChecks(string Service, IReadOnlyList<CheckView>? Checks);
