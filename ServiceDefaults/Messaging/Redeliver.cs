using System.Diagnostics;
using System.Net.Mime;
using MassTransit;
using MassTransit.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Sends what is due of the kept messages to their consumers again. A row goes once its message is handled, see
/// <see cref="HandleOnce{T}"/>.</summary>
internal sealed class Redeliver(
    IServiceScopeFactory scopes,
    IBus bus,
    IOptions<RedeliveryOptions> options,
    TimeProvider time,
    ILogger<Redeliver> logger
) : BackgroundService
{
    public const string Header = "newseducator-dead-letter";
    private const int BatchSize = 50;
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CountInterval = TimeSpan.FromSeconds(15);
    private static readonly ActivitySource Source = new("NewsEducator.Outbox");

    private DateTimeOffset _countedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SendDueAsync(stoppingToken) == BatchSize)
                {
                    continue;
                }
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Kept messages cannot be redelivered now, they are later: {Reason}", error.GetBaseException().Message);
            }

            await Task.Delay(options.Value.PollInterval, time, stoppingToken);
        }
    }

    private async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var due = await db
            .DeadLetters.FromSql(
                $"SELECT * FROM dead_letters WHERE due_at <= {now} ORDER BY due_at LIMIT {BatchSize} FOR UPDATE SKIP LOCKED"
            )
            .ToListAsync(cancellationToken);
        foreach (var letter in due)
        {
            if (!await TrySendAsync(letter, now, cancellationToken))
            {
                break;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await CountAsync(db, now, cancellationToken);
        return due.Count;
    }

    /// <summary>One that cannot be sent waits by itself; the others behind it are due with the next look.</summary>
    private async Task<bool> TrySendAsync(DeadLetter letter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(letter, cancellationToken).WaitAsync(SendTimeout, time, cancellationToken);
            letter.SentAt(now, options.Value.Lease);
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(
                "Message {Id} cannot be sent to {Consumer} again and waits: {Reason}",
                letter.Id,
                letter.Consumer,
                error.GetBaseException().Message
            );
            letter.SentAt(now, Jitter.Of(options.Value.LongestPassingDelay));
            return false;
        }
    }

    private async Task CountAsync(ServiceDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now - _countedAt >= CountInterval)
        {
            _countedAt = now;
            await DeadLetterMetrics.CountAsync(db, now, cancellationToken);
            await DatabaseMetrics.MeasureAsync(db, cancellationToken);
        }
    }

    private async Task SendAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        using var activity = Source.StartActivity(
            "redeliver",
            ActivityKind.Internal,
            letter.Headers.GetValueOrDefault(MassTransit.Logging.DiagnosticHeaders.ActivityId)
        );
#pragma warning disable RS0030 // Not a new message: the very one that came goes back to its consumer, and its row stays until it is handled.
        var consumer = await bus.GetSendEndpoint(new Uri($"exchange:{QueueNames.QueueOf(letter.Consumer)}"));
#pragma warning restore RS0030
        await consumer.Send(
            new Redelivered(),
            Pipe.Execute<SendContext<Redelivered>>(context =>
            {
                context.Serializer = new CopyBodySerializer(new ContentType(letter.ContentType), new BytesMessageBody(letter.Body));
                context.MessageId = Guid.TryParse(letter.MessageId, out var id) ? id : null;
                if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
                {
                    rabbit.Mandatory = true;
                }

                context.Headers.Set(Header, letter.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }),
            cancellationToken
        );
    }

    /// <summary>Stands for the type of the message that is sent; its bytes are sent as they came.</summary>
    internal sealed class Redelivered;
}
