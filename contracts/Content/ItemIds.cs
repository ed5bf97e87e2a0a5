using System.Security.Cryptography;
using System.Text;

namespace NewsEducator.Contracts;

/// <summary>Ids that anyone can compute from what they name (RFC 9562, version 8: SHA-256).</summary>
public static class ItemIds
{
    public static Guid ForUrl(string canonicalUrl) => From($"item\n{canonicalUrl}");

    public static Guid ForSubmission(DateOnly packDate, int number, string url) => From($"submission\n{packDate:O}\n{number}\n{url}");

    public static Guid ForPack(DateOnly date) => From($"pack\n{date:O}");

    public static Guid From(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
