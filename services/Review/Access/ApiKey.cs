using System.Security.Cryptography;
using System.Text;

namespace NewsEducator.Review.Access;

/// <summary>A token that an operator made for a person. It is shown once and kept as a hash.</summary>
internal sealed class ApiKey
{
    private const int PrefixLength = 11;
    private const int SecretLength = 40;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public Guid Id { get; private init; }

    /// <summary>The key's beginning, by which people tell keys apart.</summary>
    public string Prefix { get; private init; } = "";

    public byte[] Hash { get; private init; } = [];

    public string Person { get; private init; } = "";

    public string Role { get; private init; } = "";

    public string CreatedBy { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    /// <returns>What is kept, and the key itself, which is not.</returns>
    public static (ApiKey Kept, string Key) Make(string person, string role, string by, DateTimeOffset now)
    {
        var key = $"ne_{RandomNumberGenerator.GetString(Letters, PrefixLength - 3 + SecretLength)}";
        return (
            new ApiKey
            {
                Id = Guid.NewGuid(),
                Prefix = key[..PrefixLength],
                Hash = HashOf(key),
                Person = person,
                Role = role,
                CreatedBy = by,
                CreatedAt = now,
            },
            key
        );
    }

    // The key is as long as it is random: a slow hash would add nothing.
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public void Revoke(string by, DateTimeOffset now)
    {
        RevokedBy ??= by;
        RevokedAt ??= now;
    }
}
