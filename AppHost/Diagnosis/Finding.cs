namespace NewsEducator.AppHost.Diagnosis;

/// <param name="Where">A service, or this machine.</param>
/// <param name="Check">Which check of it.</param>
/// <param name="Said">Where something is wrong: what, where, and what to do.</param>
internal sealed record Finding(string Where, string Check, FindingState State, string Said);

/// <summary>As the services write it.</summary>
internal enum FindingState
{
    Ok,
    Warning,
    Fault,
}
