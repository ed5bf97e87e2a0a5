using System.Text.Json.Serialization;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Diagnosis;
using NewsEducator.ServiceDefaults.Privacy;
using NewsEducator.ServiceDefaults.Retention;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>The bus policy of every service: queues, retries, outbox and inbox.</summary>
public static class Bus
{
    // RabbitMQ 3.10 has no limit of its own, 4.x has 20. Messages are set aside well before, see GuardDelivery.
    private const int DeliveryLimit = 20;

    /// <param name="builder">The service's builder.</param>
    /// <param name="service">Prefix of its queues.</param>
    /// <param name="consumers">Adds the consumers.</param>
    /// <param name="topology">Shapes exchanges of messages that leave the product.</param>
    public static WebApplicationBuilder AddBus<TDb>(
        this WebApplicationBuilder builder,
        string service,
        Action<IBusRegistrationConfigurator>? consumers = null,
        Action<IRabbitMqBusFactoryConfigurator>? topology = null
    )
        where TDb : ServiceDb
    {
        var address =
            builder.Configuration.GetConnectionString("messaging")
            ?? throw new InvalidOperationException(
                "ConnectionStrings:messaging is missing; the AppHost sets it, elsewhere set ConnectionStrings__messaging."
            );
        var options = builder.Configuration.GetSection(BusOptions.Section).Get<BusOptions>() ?? new BusOptions();
        builder.Services.AddValidatedOptions<BusOptions>(BusOptions.Section);
        builder.AddRedelivery(out var redelivery);
        var former = new FormerQueues(new Uri(address), []);
        builder.Services.AddSingleton(former);
        builder.Services.AddHealthChecks().AddOnRequest<BrokerCheck>(BrokerCheck.Name);
        builder.Services.AddMassTransit(bus =>
        {
            bus.SetEndpointNameFormatter(new QueueNames(service));
            consumers?.Invoke(bus);
            bus.AddConfigureEndpointsCallback(
                (services, name, endpoint) =>
                {
                    if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
                    {
                        LimitDeliveries(rabbit, QueueNames.OfDeadLetters(service));
                        rabbit.PrefetchCount = options.Prefetch;
                    }

                    former.Consumers.Add(QueueNames.ConsumerOf(name));
                    endpoint.ConcurrentMessageLimit = options.Concurrency;
                    KeepFailedMessages(endpoint, services, redelivery);
                }
            );
            bus.UsingRabbitMq(
                (context, rabbit) =>
                {
                    rabbit.Host(new Uri(address));
                    rabbit.Publish<IMessage>(message => message.Exclude = true);
                    rabbit.Publish<IRepeatable>(message => message.Exclude = true);
                    rabbit.Publish<IAnnouncement>(message => message.Exclude = true);
                    rabbit.ConfigureJsonSerializerOptions(json =>
                    {
                        json.Converters.Add(new JsonStringEnumConverter());
                        json.WriteIndented = false;
                        return json;
                    });
                    topology?.Invoke(rabbit);
                    rabbit.UseMessageRetry(retry =>
                    {
                        retry.Intervals(redelivery.ImmediateRetries);
                        retry.Ignore<RefusedMessageException>();
                    });
                    rabbit.UseConsumeFilter(typeof(HandleOnce<>), context);
                    rabbit.ConfigureEndpoints(context);
                    ReadDeadLetters(rabbit, QueueNames.OfDeadLetters(service), context);
                }
            );
        });
        builder.AddRetention();
        PersonalData.AddOfMessages(builder.Services);
        builder.Services.AddHostedService<OutboxRelay>();
        builder.Services.TryAddSingleton<EndProcess>(Environment.Exit);
        builder.Services.AddHostedService<StuckBusWatchdog>();
        return builder;
    }

    /// <summary>A consumer whose class was renamed keeps its queue, and with it what waits there.</summary>
    /// <param name="consumer">The consumer.</param>
    /// <param name="former">Without the version, for example <c>collector-bury-item</c>.</param>
    public static void KeepsQueue(this IConsumerRegistrationConfigurator consumer, string former) =>
        consumer.Endpoint(endpoint => endpoint.Name = QueueNames.QueueOf(former));

    private static void AddRedelivery(this WebApplicationBuilder builder, out RedeliveryOptions redelivery)
    {
        var section = builder.Configuration.GetSection(RedeliveryOptions.Section);
        redelivery = section.Get<RedeliveryOptions>() ?? new RedeliveryOptions();
        builder.Services.AddValidatedOptions<RedeliveryOptions>(RedeliveryOptions.Section);
        builder.Services.AddSingleton<DeadLetterStore>();
        builder.Services.AddScoped<DeadLetterDesk>();
        builder.Services.AddSingleton<BrokerQueues>();
        builder.Services.AddScoped(services => new ReadMessaging(
            services.GetRequiredService<ServiceDb>(),
            services.GetRequiredService<BrokerQueues>(),
            services.GetRequiredService<TimeProvider>()
        ));
        builder.Services.AddHostedService<Redeliver>();
        builder.Services.AddHostedService<DrainFormerQueues>();
    }

    /// <summary>The broker takes what reaches the limit to another queue. At-least-once needs an exchange, and a queue that refuses instead
    /// of dropping.</summary>
    private static void LimitDeliveries(IRabbitMqReceiveEndpointConfigurator endpoint, string deadLetters)
    {
        endpoint.SetQuorumQueue();
        endpoint.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        endpoint.SetQueueArgument("x-dead-letter-exchange", deadLetters);
        endpoint.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
        endpoint.SetQueueArgument("x-overflow", "reject-publish");
    }

    private static void KeepFailedMessages(IReceiveEndpointConfigurator endpoint, IServiceProvider services, RedeliveryOptions redelivery)
    {
        var store = services.GetRequiredService<DeadLetterStore>();
        var keep = new KeepFailedMessages(store);
        endpoint.PublishFaults = false;
        endpoint.ConfigureReceive(receive => receive.UseFilter(new GuardDelivery(store, redelivery)));
        endpoint.ConfigureError(error => error.UseFilter(keep));
        endpoint.ConfigureDeadLetter(unknown => unknown.UseFilter(keep));
    }

    /// <remarks>A classic queue: a quorum queue of RabbitMQ 4 would itself delete after 20 deliveries what is kept nowhere else.</remarks>
    private static void ReadDeadLetters(IRabbitMqBusFactoryConfigurator bus, string queue, IServiceProvider services) =>
        bus.ReceiveEndpoint(
            queue,
            endpoint =>
            {
                endpoint.ConfigureConsumeTopology = false;
                endpoint.PrefetchCount = 1;
                endpoint.ConfigureReceive(receive =>
                    receive.UseFilter(new KeepPoisonMessages(services.GetRequiredService<DeadLetterStore>()))
                );
            }
        );
}
