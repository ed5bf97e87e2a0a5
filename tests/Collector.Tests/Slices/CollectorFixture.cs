using System.Runtime.Versioning;
using NewsEducator.Testing;

[assembly: SupportedOSPlatform("linux")]

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>One running service for all slices; each test brings a repository of its own.</summary>
public sealed class CollectorFixture : IAsyncLifetime
{
    internal CollectorApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await CollectorApp.StartAsync();
        using var anybody = App.CreateClient();
        await Eventually.HealthyAsync(anybody);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SliceCollection : ICollectionFixture<CollectorFixture>
{
    public const string Name = "slices";
}
