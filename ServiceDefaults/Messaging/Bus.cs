using System.Text.Json.Serialization;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>The bus policy of every service: queues, retries, outbox and inbox.</summary>
public static class Bus
{
    // RabbitMQ 3.10 has no limit of its own, 4.x has 20: with one set, a message that kills its consumer ends in both.
    private const int DeliveryLimit = 20;

    private static readonly TimeSpan[] RetryAfter =
        [.. new[] { 0.1, 0.5, 2, 5, 10, 20 }.Select(TimeSpan.FromSeconds)];

    /// <param name="builder">The service's builder.</param>
    /// <param name="service">Prefix of its queues.</param>
    /// <param name="consumers">Adds the consumers.</param>
    /// <param name="topology">Shapes exchanges of messages that leave the product.</param>
    public static WebApplicationBuilder AddBus<TDb>(
        this WebApplicationBuilder builder,
        string service,
        Action<IBusRegistrationConfigurator>? consumers = null,
        Action<IRabbitMqBusFactoryConfigurator>? topology = null)
        where TDb : ServiceDb
    {
        var address = builder.Configuration.GetConnectionString("messaging")
            ?? throw new InvalidOperationException("ConnectionStrings:messaging is missing; the AppHost sets it, elsewhere set ConnectionStrings__messaging.");
        var options = builder.Configuration.GetSection(BusOptions.Section).Get<BusOptions>() ?? new BusOptions();
        builder.Services.AddOptions<BusOptions>().BindConfiguration(BusOptions.Section);
        builder.Services.AddMassTransit(bus =>
        {
            bus.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter(service, includeNamespace: false));
            consumers?.Invoke(bus);
            bus.AddConfigureEndpointsCallback((_, endpoint) =>
            {
                if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
                {
                    rabbit.SetQuorumQueue();
                    rabbit.SetQueueArgument("x-delivery-limit", DeliveryLimit);
                    rabbit.PrefetchCount = options.Prefetch;
                }

                endpoint.ConcurrentMessageLimit = options.Concurrency;
            });
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(new Uri(address));
                rabbit.Publish<IMessage>(message => message.Exclude = true);
                rabbit.Publish<IAnnouncement>(message => message.Exclude = true);
                rabbit.ConfigureJsonSerializerOptions(json =>
                {
                    json.Converters.Add(new JsonStringEnumConverter());
                    json.WriteIndented = false;
                    return json;
                });
                topology?.Invoke(rabbit);
                rabbit.UseMessageRetry(retry => retry.Intervals(RetryAfter));
                rabbit.UseConsumeFilter(typeof(HandleOnce<>), context);
                rabbit.ConfigureEndpoints(context);
            });
        });
        builder.Services.AddHostedService<OutboxRelay>();
        return builder;
    }
}
