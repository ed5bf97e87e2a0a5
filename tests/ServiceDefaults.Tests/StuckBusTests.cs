using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsEducator.ServiceDefaults.Messaging;

namespace NewsEducator.ServiceDefaults.Tests;

[Collection("servers")]
public sealed class StuckBusTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(8);
    private static readonly Dictionary<string, string?> Impatient = new()
    {
        ["Bus:StuckAfter"] = "00:00:02",
        ["Bus:StuckCheckInterval"] = "00:00:00.2",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_whose_bus_hangs_in_a_handshake_ends_once_the_broker_answers()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        using var proxy = new SilentProxy(messaging);
        var ended = new TaskCompletionSource<int>();
        await using var service = await LedgerService.StartAsync(
            database,
            proxy.Address,
            settings: Impatient,
            add: (builder, bus) => With(builder.Services, ended, bus),
            getsHealthy: false
        );

        await Task.WhenAny(ended.Task, Task.Delay(Long, Cancel));
        ended.Task.IsCompleted.ShouldBeFalse("nothing would be better after a start while the broker is away");
        proxy.Answer();

        (await ended.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancel)).ShouldNotBe(0);
    }

    [Fact]
    public async Task One_that_is_connected_goes_on()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        var ended = new TaskCompletionSource<int>();
        await using var service = await LedgerService.StartAsync(
            database,
            messaging,
            settings: Impatient,
            add: (builder, bus) => With(builder.Services, ended, bus)
        );

        await Task.WhenAny(ended.Task, Task.Delay(Long, Cancel));

        ended.Task.IsCompleted.ShouldBeFalse();
    }

    private static void With(IServiceCollection services, TaskCompletionSource<int> ended, IBusRegistrationConfigurator bus)
    {
        services.AddSingleton<EndProcess>(code => ended.TrySetResult(code));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        bus.AddConsumer<PostOrder>();
    }
}
