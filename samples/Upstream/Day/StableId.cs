using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsEducator.Upstream.Day;

/// <summary>Ids that look like the real ones and stay the same from run to run.</summary>
internal static class StableId
{
    /// <summary>A positive number of nine or ten digits.</summary>
    public static long Of(string name) => 100_000_000 + BinaryPrimitives.ReadUInt32BigEndian(Hash(name)) % 3_000_000_000;

    /// <summary>24 hex digits, as a Hugging Face object has.</summary>
    public static string Hex(string name) => Convert.ToHexStringLower(Hash(name).AsSpan(0, 12));

    public static string Node(string prefix, string name) => $"{prefix}_kwDO{Hex(name)[..14]}";

    private static byte[] Hash(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));
}
