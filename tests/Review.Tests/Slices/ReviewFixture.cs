namespace NewsEducator.Review.Tests.Slices;

/// <summary>One running service for all slices; each test has a day of its own.</summary>
public sealed class ReviewFixture : IAsyncLifetime
{
    internal ReviewApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await ReviewApp.StartAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SliceCollection : ICollectionFixture<ReviewFixture>
{
    public const string Name = "slices";
}
