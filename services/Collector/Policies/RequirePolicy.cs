namespace NewsEducator.Collector.Policies;

/// <summary>A request that needs the whitelist gets it as it is in Compliance now; where nobody knows it yet, the answer says so.</summary>
internal sealed class RequirePolicy(AskPolicy policy, Whitelist whitelist, TimeProvider time) : IEndpointFilter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        await RefreshAsync(context.HttpContext.RequestAborted);
        return whitelist.IsKnown
            ? await next(context)
            : TypedResults.Problem(new PolicyUnknownException().Message, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await policy.TryRefreshAsync(either.Token);
        }
        catch (Exception) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The last answer stays.
        }

        if (!whitelist.IsKnown)
        {
            await policy.TryReadKeptAsync(cancellationToken);
        }
    }
}
