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

    /// <summary>A process ends if its bus is not connected for this long although the broker answers.</summary>
    public TimeSpan StuckAfter { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How often that is checked.</summary>
    public TimeSpan StuckCheckInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Set in code by a service whose messages also leave the product: shapes an outgoing message.</summary>
    public Action<SendContext, object>? OnPublish { get; set; }
}
