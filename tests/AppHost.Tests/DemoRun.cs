using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>A run of the demo for the tests that leave it as it is.</summary>
public sealed class DemoRun : IAsyncLifetime
{
    public AppHostRun Run { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Run = await AppHostRun.StartAsync("--demo");

    public ValueTask DisposeAsync() => Run.DisposeAsync();
}
