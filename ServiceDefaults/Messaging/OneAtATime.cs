using MassTransit;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>For consumers whose messages come in bursts about one row: one after the other, none has to be tried again.</summary>
/// <remarks>The endpoint is limited and not the consumer, so that the inbox's save is within the limit.</remarks>
public sealed class OneAtATime<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<TConsumer> consumerConfigurator,
        IRegistrationContext context
    ) => endpointConfigurator.ConcurrentMessageLimit = 1;
}
