using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Hosts;

/// <summary>A host that an editor asked for, and what an operator made of it. Decided once.</summary>
internal sealed class HostRequest
{
    public required Guid Id { get; init; }

    public required string Host { get; init; }

    /// <summary>Empty asks for all of the host.</summary>
    public required string[] Paths { get; init; }

    public required string Url { get; init; }

    public required string Reason { get; init; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Also what a save compares: of two decisions at once, one is stored.</summary>
    public HostRequestState State { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? Answer { get; private set; }

    public int? PolicyNumber { get; private set; }

    public bool IsOpen => State == HostRequestState.Open;

    /// <param name="policyNumber">The policy that allows it.</param>
    /// <param name="by">The operator.</param>
    /// <param name="comment">May be missing.</param>
    /// <param name="now">When.</param>
    public void Grant(int policyNumber, string by, string? comment, DateTimeOffset now)
    {
        Decide(HostRequestState.Granted, by, comment, now);
        PolicyNumber = policyNumber;
    }

    public void Decline(string by, string reason, DateTimeOffset now) => Decide(HostRequestState.Declined, by, reason, now);

    public HostRequestView View() => new(Id, Host, Paths, Url, Reason, AskedBy, AskedAt, State, DecidedBy, DecidedAt, Answer, PolicyNumber);

    private void Decide(HostRequestState state, string by, string? answer, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException($"Request {Id} is {State} already.");
        }

        (State, DecidedBy, DecidedAt, Answer) = (state, by, now, answer);
    }
}
