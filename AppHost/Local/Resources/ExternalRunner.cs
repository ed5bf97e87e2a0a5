using Aspire.Hosting.ApplicationModel;

namespace NewsEducator.AppHost.Local;

/// <summary>A server that somebody else runs is taken for ready; who needs it says so where it is not.</summary>
internal sealed class ExternalRunner(ConnectionStringResource resource) : Runner(resource, "external")
{
    public override string? Url => Uri.TryCreate(resource.ConnectionStringExpression.Value, UriKind.Absolute, out var url) ? url.OriginalString : null;

    public override Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
