namespace NewsEducator.Contracts;

/// <summary>A CloudEvents 1.0 attribute as a message header: the AMQP binding in binary mode.</summary>
/// <param name="Attribute">Its name in CloudEvents.</param>
/// <param name="Meaning">What it holds.</param>
/// <param name="Format">The JSON Schema format of its text.</param>
/// <param name="IsAlwaysThere">False where it is left out of most messages.</param>
public sealed record EventHeader(string Attribute, string Meaning, string? Format = null, bool IsAlwaysThere = true)
{
    public static readonly EventHeader SpecVersion = new("specversion", "1.0.");
    public static readonly EventHeader Type = new("type", "The same as the routing key.");
    public static readonly EventHeader Id = new("id", "The event's id: the same for every repeat, and the body's id.", "uuid");
    public static readonly EventHeader Source = new("source", "Where the Publisher is read.", "uri");
    public static readonly EventHeader Subject = new("subject", "What the event is about: a date or an item's id.");
    public static readonly EventHeader Time = new("time", "When it happened.", "date-time");
    public static readonly EventHeader DataSchema = new("dataschema", "Where the JSON Schema of the body is served.", "uri");
    public static readonly EventHeader Replay = new("replay", "true in a replay, else absent.", IsAlwaysThere: false);

    public static readonly IReadOnlyList<EventHeader> All = [SpecVersion, Type, Id, Source, Subject, Time, DataSchema, Replay];

    /// <summary>What the RabbitMQ client adds to number what it waits for; nobody needs it.</summary>
    public const string Sequence = "x-dotnet-pub-seq-no";

    /// <summary>As it is written on the message.</summary>
    public string Name => $"cloudEvents:{Attribute}";
}
