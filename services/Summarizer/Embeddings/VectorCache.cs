using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Summarizer.Data;

namespace NewsEducator.Summarizer.Embeddings;

/// <summary>The same text is encoded once, whoever asks for it. Saves at once and on its own, as the answer cache does.</summary>
internal sealed class VectorCache(SentenceEncoder encoder, IServiceScopeFactory scopes, TimeProvider time)
{
    /// <returns>One vector for each text, in order.</returns>
    public async Task<float[][]> EncodeAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SummarizerDb>();
        string[] keys = [.. texts.Select(KeyOf)];
        var known = await db
            .KeptVectors.AsNoTracking()
            .Where(kept => keys.Contains(kept.Key))
            .ToDictionaryAsync(kept => kept.Key, kept => Floats(kept.Vector), cancellationToken);
        string[] missing = [.. texts.Where(text => !known.ContainsKey(KeyOf(text))).Distinct(StringComparer.Ordinal)];
        if (missing.Length > 0)
        {
            var vectors = encoder.Encode(missing);
            await KeepAsync(db, [.. missing.Select(KeyOf)], [.. vectors.Select(Bytes)], cancellationToken);
            foreach (var (text, vector) in missing.Zip(vectors))
            {
                known[KeyOf(text)] = vector;
            }
        }

        return [.. keys.Select(key => known[key])];
    }

    private Task<int> KeepAsync(SummarizerDb db, string[] keys, byte[][] vectors, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO kept_vectors (key, vector, at)
            SELECT kept.key, kept.vector, {time.GetUtcNow()} FROM unnest({keys}, {vectors}) AS kept (key, vector) ON CONFLICT (key) DO NOTHING
            """,
            cancellationToken
        );

    private static string KeyOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{SentenceEncoder.Model}\n{text}")));

    private static byte[] Bytes(float[] vector) => MemoryMarshal.AsBytes(vector.AsSpan()).ToArray();

    private static float[] Floats(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
