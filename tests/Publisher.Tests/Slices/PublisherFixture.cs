namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>One running service for all slices; each test has a day of its own.</summary>
public sealed class PublisherFixture : IAsyncLifetime
{
    internal PublisherApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await PublisherApp.StartAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SliceCollection : ICollectionFixture<PublisherFixture>
{
    public const string Name = "slices";
}
