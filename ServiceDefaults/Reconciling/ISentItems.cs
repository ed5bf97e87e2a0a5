namespace NewsEducator.ServiceDefaults.Reconciling;

/// <summary>What this stage sent on, and can send again from what it stores.</summary>
public interface ISentItems
{
    /// <summary>The service that should have it.</summary>
    string Next { get; }

    /// <summary>What it is, as the next service's address names it: <c>items</c>.</summary>
    string What { get; }

    /// <returns>Ids of what was sent between the two moments.</returns>
    Task<IReadOnlyList<Guid>> ListAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Publishes what the ids name, marked as sent again; the caller saves.</summary>
    Task SendAgainAsync(IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>What this stage has of what the one before sent.</summary>
public interface IReceivedItems
{
    /// <returns>Those of the ids that it has.</returns>
    Task<IReadOnlyCollection<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}
