using System.Security.Cryptography;

namespace NewsEducator.Contracts;

/// <summary>A file of a bundle, and the hashes by which a change of it is found.</summary>
/// <param name="Sha256">Of the file, lower-case hex.</param>
/// <param name="Blocks">The first 8 bytes of the SHA-256 of each <see cref="BlockLength"/> bytes: they tell where a change is.</param>
public sealed record BundledFile(string Path, long Size, string Sha256, IReadOnlyList<string> Blocks)
{
    public const int BlockLength = 256;
    private const int ShortHash = 16;

    public static BundledFile Of(string path, byte[] content) =>
        new(path, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), BlocksOf(content));

    public static IReadOnlyList<string> BlocksOf(byte[] content) =>
        [.. content.Chunk(BlockLength).Select(block => Convert.ToHexStringLower(SHA256.HashData(block))[..ShortHash])];
}
