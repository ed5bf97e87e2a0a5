using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Keeps what was not handled. While the database is away it holds the message, so that an outage makes no dead letters.</summary>
internal sealed class DeadLetterStore(
    IServiceScopeFactory scopes,
    IOptions<RedeliveryOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<DeadLetterStore> logger
)
{
    private const string UnknownType = "unknown";

    public async Task KeepAsync(Delivery delivery, Fault fault, CancellationToken cancellationToken)
    {
        logger.LogWarning(
            "Message {MessageId} was not handled by {Consumer} and is kept: {Reason}",
            delivery.MessageId,
            delivery.Consumer,
            fault.Reason
        );
        await HoldAsync(delivery, letter => letter.Fail(fault, time.GetUtcNow(), options.Value), cancellationToken);
    }

    /// <summary>Keeps a message of a former version's queue, to be handled at once.</summary>
    public Task MoveOverAsync(Delivery delivery, CancellationToken cancellationToken) =>
        HoldAsync(delivery, letter => letter.MoveOver(time.GetUtcNow()), cancellationToken);

    /// <summary>Whoever stops the service does not wait: the broker then has the message still.</summary>
    private async Task HoldAsync(Delivery delivery, Action<DeadLetter> change, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        for (var failures = 1; ; failures++)
        {
            try
            {
                await SaveAsync(delivery, change, stop.Token);
                return;
            }
            catch (ObjectDisposedException)
            {
                // A service that could not start and is about to end: the broker would give it the message again at once.
                await Task.Delay(Backoff.After(1), time, stop.Token);
                throw;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.LogWarning(
                    "Message {MessageId} of {Consumer} cannot be kept yet and is held: {Reason}",
                    delivery.MessageId,
                    delivery.Consumer,
                    error.GetBaseException().Message
                );
                await Task.Delay(Jitter.Of(Backoff.After(failures)), time, stop.Token);
            }
        }
    }

    private async Task SaveAsync(Delivery delivery, Action<DeadLetter> change, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var letter = await FindAsync(db, delivery, cancellationToken);
        if (letter?.IsTruncated == false && !letter.Body.AsSpan().SequenceEqual(delivery.Body))
        {
            // Another message under the same id: whoever sends forged ones must not take a genuine one's place.
            delivery = delivery with
            {
                MessageId = Delivery.HashOf(delivery.Body),
            };
            letter = await FindAsync(db, delivery, cancellationToken);
        }

        change(letter ?? db.DeadLetters.Add(LetterOf(delivery)).Entity);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Task<DeadLetter?> FindAsync(ServiceDb db, Delivery delivery, CancellationToken cancellationToken) =>
        db.DeadLetters.SingleOrDefaultAsync(
            each => each.Consumer == delivery.Consumer && each.MessageId == delivery.MessageId,
            cancellationToken
        );

    private DeadLetter LetterOf(Delivery delivery)
    {
        var isTruncated = delivery.Body.Length > options.Value.MaxMessageBytes;
        return new DeadLetter
        {
            Consumer = delivery.Consumer,
            MessageId = delivery.MessageId,
            MessageType = isTruncated ? UnknownType : TypeOf(delivery.Body),
            Body = isTruncated ? delivery.Body[..DeadLetter.LongestKeptBeginning] : delivery.Body,
            IsTruncated = isTruncated,
            ContentType = delivery.ContentType,
            Headers = delivery.Headers,
            FirstAt = time.GetUtcNow(),
        };
    }

    /// <summary>The bus's envelope: <c>"messageType": ["urn:message:NewsEducator.Contracts:ItemCollected", …]</c>.</summary>
    private static string TypeOf(byte[] body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            return envelope.RootElement.GetProperty("messageType")[0].GetString()?.Split(':')[^1] ?? UnknownType;
        }
        catch (Exception error)
            when (error is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            return UnknownType;
        }
    }
}

/// <summary>One message as it came to a consumer's queue.</summary>
internal sealed record Delivery(
    string Consumer,
    string MessageId,
    byte[] Body,
    string ContentType,
    IReadOnlyDictionary<string, string> Headers
)
{
    private const string Json = "application/vnd.masstransit+json";
    private const int LongestHeader = 2000;

    public static Delivery Of(ReceiveContext context, string? consumer = null)
    {
        var body = context.Body.GetBytes();
        var id = context.TryGetPayload<RabbitMqBasicConsumeContext>(out var rabbit) ? rabbit.Properties.MessageId : null;
        var headers = context.TransportHeaders.GetAll().Select(header => KeyValuePair.Create(header.Key, (object?)header.Value));
        return Of(consumer ?? QueueNames.ConsumerOf(context.InputAddress), id, body, context.ContentType?.ToString(), headers);
    }

    public static Delivery Of(
        string consumer,
        string? id,
        byte[] body,
        string? contentType,
        IEnumerable<KeyValuePair<string, object?>> headers
    ) =>
        new(
            consumer,
            string.IsNullOrEmpty(id) || id.Length > 100 ? HashOf(body) : PlainText(id),
            body,
            contentType ?? Json,
            headers
                .Where(header => header.Value is string or byte[])
                .GroupBy(header => PlainText(header.Key))
                .ToDictionary(header => header.Key, header => ValueOf(header.First().Value!))
        );

    public static string HashOf(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));

    private static string ValueOf(object value)
    {
        var text = PlainText(value as string ?? Encoding.UTF8.GetString((byte[])value));
        return text.Length <= LongestHeader ? text : text[..LongestHeader];
    }

    // PostgreSQL refuses NUL in a text.
    private static string PlainText(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
