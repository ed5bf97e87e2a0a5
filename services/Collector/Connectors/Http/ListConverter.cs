using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsEducator.Collector.Connectors.Http;

/// <summary>Reads a list element by element: one that is not of the expected form is left out and noted, the others count.</summary>
internal sealed class ListConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<IReadOnlyList<T>>
    {
        // Where so many elements are wrong and none is right, the list is another one than was expected.
        private const int Strange = 3;

        // Null inside of an answer is a list with nothing in it; an answer that is null as a whole is none.
        public override bool HandleNull => true;

        public override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.Null)
            {
                return reader.CurrentDepth == 0 ? null : [];
            }

            if (reader.TokenType is not JsonTokenType.StartArray)
            {
                throw new JsonException("A list is needed.");
            }

            var (found, unreadable) = (new List<T>(), 0);
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                unreadable += TryAdd(ref reader, found, options) ? 0 : 1;
            }

            return found.Count > 0 || unreadable < Strange
                ? found
                : throw new JsonException($"None of the {unreadable} elements of a list can be read.");
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var element in value)
            {
                JsonSerializer.Serialize(writer, element, options);
            }

            writer.WriteEndArray();
        }

        private static bool TryAdd(ref Utf8JsonReader reader, List<T> found, JsonSerializerOptions options)
        {
            // A copy of the reader stays at the element's start: whatever the element is, the list goes on behind it.
            var element = reader;
            reader.TrySkip();
            try
            {
                if (JsonSerializer.Deserialize<T>(ref element, options) is { } value)
                {
                    found.Add(value);
                }

                return true;
            }
            catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or ArgumentException)
            {
                ConditionalRequest.Current?.Skip($"one element of a list: {error.Message}");
                return false;
            }
        }
    }
}
