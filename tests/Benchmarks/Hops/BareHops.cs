#pragma warning disable RS0030 // What is measured here is a bus without our outbox.
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Testing;

namespace NewsEducator.Benchmarks.Hops;

/// <summary>Publishes the next hop as it consumes the one before, and keeps nothing.</summary>
public sealed class ForwardHop(Arrivals arrivals) : IConsumer<Hop>
{
    public Task Consume(ConsumeContext<Hop> context)
    {
        if (context.Message.Left == 0)
        {
            arrivals.Add();
            return Task.CompletedTask;
        }

        return context.Publish(context.Message with { Left = context.Message.Left - 1 }, context.CancellationToken);
    }
}

/// <summary>MassTransit by itself: the same queue, as many messages at once, no database.</summary>
internal sealed class BareHops : IHops
{
    private readonly IHost _host;

    private BareHops(IHost host) => _host = host;

    public string Name => "MassTransit without a database";

    public static async Task<BareHops> StartAsync(TestServers servers)
    {
        var address = new Uri(await servers.NewVirtualHostAsync());
        var options = new BusOptions();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<Arrivals>();
        builder.Services.AddMassTransit(bus =>
        {
            bus.AddConsumer<ForwardHop>();
            bus.AddConfigureEndpointsCallback(
                (_, endpoint) =>
                {
                    endpoint.ConcurrentMessageLimit = options.Concurrency;
                    if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
                    {
                        rabbit.SetQuorumQueue();
                        rabbit.PrefetchCount = options.Prefetch;
                    }
                }
            );
            bus.UsingRabbitMq(
                (context, rabbit) =>
                {
                    rabbit.Host(address);
                    rabbit.ConfigureEndpoints(context);
                }
            );
        });
        var host = builder.Build();
        await host.StartAsync();
        return new BareHops(host);
    }

    public async Task WalkAsync(int messages, int hops)
    {
        var walk = Guid.NewGuid();
        var all = _host.Services.GetRequiredService<Arrivals>().Expect(messages);
        var bus = _host.Services.GetRequiredService<IBus>();
        await Task.WhenAll(Enumerable.Range(0, messages).Select(number => bus.Publish(new Hop(walk, number, hops))));
        await all;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
