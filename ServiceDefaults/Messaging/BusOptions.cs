using MassTransit;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Section <c>Bus</c>.</summary>
public sealed class BusOptions
{
    public const string Section = "Bus";

    /// <summary>Messages a consumer endpoint fetches ahead.</summary>
    public ushort Prefetch { get; set; } = 32;

    /// <summary>Messages an endpoint handles at once.</summary>
    public int Concurrency { get; set; } = 8;

    /// <summary>Set in code by a service whose messages also leave the product: shapes an outgoing message.</summary>
    public Action<SendContext, object>? OnPublish { get; set; }
}
