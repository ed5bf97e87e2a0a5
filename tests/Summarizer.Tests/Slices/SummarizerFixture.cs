namespace NewsEducator.Summarizer.Tests.Slices;

/// <summary>One running service for all slices; each test brings an item of its own.</summary>
public sealed class SummarizerFixture : IAsyncLifetime
{
    internal SummarizerApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await SummarizerApp.StartAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
