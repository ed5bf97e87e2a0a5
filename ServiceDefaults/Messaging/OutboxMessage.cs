using System.Linq.Expressions;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsEducator.Contracts;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>A message that waits, committed with the state it tells of, until the relay has sent it.</summary>
internal sealed class OutboxMessage
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public long Id { get; init; }

    /// <summary>The same for every sending of the same fact, so that a repeat can be recognised.</summary>
    public required Guid MessageId { get; init; }

    public required string Type { get; init; }

    public required string Body { get; init; }

    public string? TraceParent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not sent earlier: pushed back after each failure, so that one that cannot be sent holds up nothing.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>How often it could not be sent.</summary>
    public int Attempts { get; init; }

    /// <summary>One that is to be sent now, or is pushed back because it could not be.</summary>
    public static Expression<Func<OutboxMessage, bool>> IsOwedAt(DateTimeOffset now) =>
        message => message.NotBefore <= now || message.Attempts > 0;

    public static Guid IdOf<T>(T message)
        where T : class, IMessage => ItemIds.From($"message\n{typeof(T).Name}\n{message.NaturalKey}");

    public static string NameOf(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";

    public object Open() =>
        JsonSerializer.Deserialize(Body, System.Type.GetType(Type, throwOnError: true)!, Json)
        ?? throw new JsonException($"Outbox message {Id} of type {Type} is empty.");
}
