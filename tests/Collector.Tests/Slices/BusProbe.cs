using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>A neighbour on the bus: it sends, and keeps what the Collector publishes.</summary>
internal sealed class BusProbe : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly KeptMessages _messages;

    private BusProbe(KeptMessages messages) => _messages = messages;

    public static async Task<BusProbe> StartAsync(string address) =>
        new(
            await KeptMessages.StartAsync(
                address,
                endpoint =>
                    endpoint
                        .Keep<ItemCollected>()
                        .Keep<ItemDropped>()
                        .Keep<SourceFailed>()
                        .Keep<ItemRevisited>()
                        .Keep<ItemWithdrawn>()
                        .Keep<SourceChecked>()
            )
        );

    public Task SendAsync<T>(T message)
        where T : class => _messages.SendAsync(message);

    /// <summary>Waits until so many messages came that the test is about, and not one more.</summary>
    public async Task<IReadOnlyList<T>> ReceivedAsync<T>(int count, Func<T, bool> about)
        where T : class, IMessage
    {
        var found = await _messages.ReceivedAsync(about, count);
        found.Count.ShouldBe(count, $"{typeof(T).Name} received");
        return found;
    }

    /// <summary>Waits until it is so, or goes on without.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await isSo() && TimeProvider.System.GetElapsedTime(start) < Patience)
        {
            await Task.Delay(Moment, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _messages.DisposeAsync();
}
