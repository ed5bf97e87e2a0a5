using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsEducator.Contracts;
using NewsEducator.EndToEnd.Tests;
using NewsEducator.Summarizer.Embeddings;
using NewsEducator.Summarizer.Judging;
using NewsEducator.Testing;

namespace NewsEducator.Benchmarks.Items;

/// <summary>What the model takes for an item, measured in this process on texts that the Collector has stored.</summary>
internal static class Embeddings
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static async Task<double> MillisecondsAsync(RunningProduct product)
    {
        using var collector = product.Client("collector");
        var texts = new List<IReadOnlyList<string>>();
        var ids = await new Databases(product).RowsAsync("collectordb", "SELECT id FROM snapshots ORDER BY fetched_at DESC LIMIT 40");
        foreach (var id in ids)
        {
            texts.Add(JudgedText.Of((await collector.GetFromJsonAsync<Snapshot>($"/api/snapshots/{id}", Json))!).Parts);
        }

        using var encoder = new SentenceEncoder();
        encoder.Encode(texts[0]);
        var start = Environment.CpuUsage.TotalTime;
        texts.ForEach(text => encoder.Encode(text));
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / texts.Count;
    }
}
