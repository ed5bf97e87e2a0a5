using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Serialization;
using System.Text.Json;
using MassTransit;
using Npgsql;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Refit;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Why a message was not handled.</summary>
/// <param name="Reason">For operators.</param>
/// <param name="Fingerprint">The same for the same fault.</param>
/// <param name="IsPassing">Database, broker or neighbour is away: it ends by itself, and the message is tried until then.</param>
/// <param name="IsLasting">Trying again changes nothing: the message itself cannot be read.</param>
internal sealed record Fault(string Reason, string Fingerprint, bool IsPassing = false, bool IsLasting = false)
{
    private const string OurNamespace = "NewsEducator.";
    private const int LongestReason = 2000;

    public static Fault Of(Exception error)
    {
        var chain = ChainOf(error).ToList();
        var root = chain[^1];
        return new Fault(
            Shorten($"{root.GetType().Name}: {root.Message}"),
            $"{root.GetType().FullName} at {chain.Select(FrameOf).FirstOrDefault(frame => frame is not null) ?? "unknown"}",
            IsPassing: chain.Exists(Passes),
            IsLasting: chain.Exists(each => each is SerializationException or JsonException or RefusedMessageException)
        );
    }

    public static Fault Unreadable(string reason) => new(Shorten(reason), "unreadable", IsLasting: true);

    private static string Shorten(string reason) => reason.Length <= LongestReason ? reason : $"{reason[..LongestReason]}…";

    private static IEnumerable<Exception> ChainOf(Exception error)
    {
        for (var each = error; each is not null; each = each.InnerException)
        {
            yield return each;
        }
    }

    private static bool Passes(Exception error) =>
        error switch
        {
            PostgresException database => database.IsTransient
                || database.SqlState.StartsWith("57P", StringComparison.Ordinal)
                || database.SqlState.StartsWith("53", StringComparison.Ordinal),
            NpgsqlException or SocketException or TimeoutException or TimeoutRejectedException or BrokenCircuitException => true,
            RabbitMqConnectionException
            or RabbitMQ.Client.Exceptions.BrokerUnreachableException
            or RabbitMQ.Client.Exceptions.AlreadyClosedException => true,
            HttpRequestException web => web.StatusCode is null || Passes(web.StatusCode.Value),
            ApiException answer => Passes(answer.StatusCode),
            OperationCanceledException => true,
            _ => false,
        };

    private static bool Passes(HttpStatusCode status) =>
        (int)status >= 500 || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;

    /// <returns><c>NewsEducator.Review.Candidates.QueueScreenedItem.Consume</c></returns>
    private static string? FrameOf(Exception error)
    {
        foreach (var frame in new StackTrace(error).GetFrames())
        {
            var type = frame.GetMethod()?.DeclaringType;
            // An async method is a nested type that the compiler named <Consume>d__3.
            var isAsync = type?.DeclaringType is not null && type.Name.StartsWith('<');
            var owner = isAsync ? type!.DeclaringType! : type;
            if (owner?.FullName?.StartsWith(OurNamespace, StringComparison.Ordinal) == true)
            {
                return $"{owner.FullName}.{(isAsync ? type!.Name[1..type.Name.IndexOf('>', StringComparison.Ordinal)] : frame.GetMethod()!.Name)}";
            }
        }

        return null;
    }
}
