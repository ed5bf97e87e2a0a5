using System.Security.Cryptography;
using System.Text;

namespace NewsEducator.ServiceDefaults.Security;

/// <summary>What is kept and passed on of a bearer token. Tokens are as long as they are random: a slow hash would add nothing.</summary>
/// <param name="Hash">SHA-256, lower-case hex.</param>
/// <param name="IsApiKey">Made by an operator on the page <c>/access</c>, to be recognised by its beginning.</param>
public readonly record struct TokenDigest(string Hash, bool IsApiKey)
{
    public const string ApiKeyPrefix = "ne_";

    public static TokenDigest Of(string token) =>
        new(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))),
            token.StartsWith(ApiKeyPrefix, StringComparison.Ordinal)
        );
}
