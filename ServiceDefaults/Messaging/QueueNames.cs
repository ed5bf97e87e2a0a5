using MassTransit;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary><c>review-queue-screened-item.v2</c>: a queue cannot take new arguments, so a queue with others has another name.</summary>
internal sealed class QueueNames(string service) : KebabCaseEndpointNameFormatter(service, includeNamespace: false)
{
    private const string Version = ".v2";

    public static string OfDeadLetters(string service) => $"{service}-dead-letters";

    public static string QueueOf(string consumer) => consumer + Version;

    /// <summary>The queue's name without its version: what inbox and dead letters know a consumer by, and what the queue was called
    /// before.</summary>
    public static string ConsumerOf(string queue) => queue.EndsWith(Version, StringComparison.Ordinal) ? queue[..^Version.Length] : queue;

    public static string ConsumerOf(Uri address) => ConsumerOf(Uri.UnescapeDataString(address.Segments[^1]));

    public override string SanitizeName(string name) => QueueOf(base.SanitizeName(name));
}
