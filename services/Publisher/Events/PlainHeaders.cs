using MassTransit;
using MassTransit.Logging;

namespace NewsEducator.Publisher.Events;

/// <summary>Keeps the bus's own headers off what leaves the product.</summary>
/// <remarks>MassTransit writes them when every filter is through and its span has begun; only an observer comes later.</remarks>
internal sealed class PlainHeaders : IPublishObserver
{
    public Task PrePublish<T>(PublishContext<T> context)
        where T : class
    {
        if (EventAttributes.Of(context.Message) is not null)
        {
            context.Headers.Set(DiagnosticHeaders.ActivityId, null);
            context.Headers.Set(DiagnosticHeaders.ActivityCorrelationContext, null);
        }

        return Task.CompletedTask;
    }

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;
}
