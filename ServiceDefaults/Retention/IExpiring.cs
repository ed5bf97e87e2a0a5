namespace NewsEducator.ServiceDefaults.Retention;

/// <summary>One kind of data that is kept for a time.</summary>
public interface IExpiring
{
    /// <summary>For logs and metrics: <c>snapshots</c>.</summary>
    string What { get; }

    /// <summary>How long it is kept; zero: for ever.</summary>
    TimeSpan Period { get; }

    /// <summary>Removes what is older, in batches, except what somebody still needs.</summary>
    /// <returns>How many.</returns>
    Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
