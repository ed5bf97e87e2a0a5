namespace NewsEducator.Collector.Connectors.Http;

/// <summary>Keeps to what each host allows: how many requests at once, how fast, and not before it said so.</summary>
internal interface IHostGate
{
    /// <summary>Waits for a turn; a host that rests for long is not waited for.</summary>
    /// <exception cref="HostThrottledException">The host may not be asked for now.</exception>
    Task<IHostTurn> EnterAsync(HostPool pool, CancellationToken cancellationToken);
}

/// <summary>A turn to ask a host; it is over when disposed.</summary>
internal interface IHostTurn : IAsyncDisposable
{
    /// <summary>The host answered; the pause it asked for, if any, holds for everybody from now on.</summary>
    Task AnsweredAsync(RateLimitSignal? pause);
}

/// <summary>A host and the part of its API that has a budget of its own.</summary>
internal sealed record HostPool(string Host, string Name)
{
    /// <summary>GitHub counts its search and GraphQL apart from the rest.</summary>
    public static HostPool Of(Uri request)
    {
        var first = request.Segments.Length > 1 ? request.Segments[1].Trim('/') : "";
        return new HostPool(request.Authority, $"{request.Authority}/{(first is "search" or "graphql" ? first : "")}");
    }
}
