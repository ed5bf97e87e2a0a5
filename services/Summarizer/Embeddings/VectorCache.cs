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
        foreach (var (text, vector) in missing.Zip(encoder.Encode(missing)))
        {
            known[KeyOf(text)] = vector;
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO kept_vectors (key, vector, at) VALUES ({KeyOf(text)}, {Bytes(vector)}, {time.GetUtcNow()}) ON CONFLICT (key) DO NOTHING",
                cancellationToken
            );
        }

        return [.. keys.Select(key => known[key])];
    }

    private static string KeyOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{SentenceEncoder.Model}\n{text}")));

    private static byte[] Bytes(float[] vector) => MemoryMarshal.AsBytes(vector.AsSpan()).ToArray();

    private static float[] Floats(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
