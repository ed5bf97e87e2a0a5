using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsEducator.Collector.Connectors;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Snapshots;

/// <summary>A snapshot as stored: its JSON, compressed. Written once, never changed.</summary>
internal sealed class StoredSnapshot
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public required string Id { get; init; }

    public required Guid ItemId { get; init; }

    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Brotli.</summary>
    public required byte[] Content { get; init; }

    public static Snapshot Take(FetchedItem item, SnapshotText text, DateTimeOffset now) =>
        new()
        {
            Id = SnapshotId.Of(item.Facts.Address.Kind, item.Facts.Address.Url, item.Facts.Title, item.Facts.Author, text.Text),
            ItemId = ItemIds.ForUrl(item.Facts.Address.Url),
            Kind = item.Facts.Address.Kind,
            CanonicalUrl = item.Facts.Address.Url,
            FinalUrl = item.Facts.Address.Link,
            Title = item.Facts.Title,
            Author = item.Facts.Author,
            AuthorId = item.AuthorId,
            State = item.State,
            Labels = item.Facts.Labels,
            PublishedAt = item.Facts.PublishedAt,
            PublishedAtIsFirstSeen = item.Facts.IsUndated,
            UpdatedAt = item.Facts.UpdatedAt,
            FetchedAt = now,
            Response = item.Response,
            Text = text.Text,
            Sections = text.Sections,
        };

    public static StoredSnapshot Of(Snapshot snapshot)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, snapshot, Json);
        }

        return new StoredSnapshot
        {
            Id = snapshot.Id,
            ItemId = snapshot.ItemId,
            FetchedAt = snapshot.FetchedAt,
            Content = bytes.ToArray(),
        };
    }

    public Snapshot Open()
    {
        using var brotli = new BrotliStream(new MemoryStream(Content), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<Snapshot>(brotli, Json) ?? throw new JsonException($"Snapshot {Id} is empty.");
    }
}
