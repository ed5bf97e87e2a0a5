using System.Security.Cryptography;
using System.Text;

namespace NewsEducator.Fuzzing.Services;

/// <summary>Signs as GitHub does: what is refused for its signature shows nothing.</summary>
internal static class GitHubSignature
{
    public const string Secret = "hook secret";

    public static string Of(byte[] body) => $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body))}";
}
