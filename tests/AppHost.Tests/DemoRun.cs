using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>A run of the demo for the tests that leave it as it is.</summary>
public sealed class DemoRun : IAsyncLifetime
{
    public AppHostRun Run { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Run = await AppHostRun.StartAsync("--demo");

    /// <summary>Asks it to stop, which leaves no process; disposing fails where one stays.</summary>
    public async ValueTask DisposeAsync()
    {
        (await Run.StopAsync()).ShouldBe(0);
        await Run.DisposeAsync();
    }
}
