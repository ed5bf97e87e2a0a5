namespace NewsEducator.Compliance.Tests.Slices;

/// <summary>One running service for all slices; each test brings an item of its own.</summary>
public sealed class ComplianceFixture : IAsyncLifetime
{
    internal ComplianceApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await ComplianceApp.StartAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
