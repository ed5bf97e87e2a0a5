using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;

namespace NewsEducator.ServiceDefaults.Signing;

/// <summary>Section <c>Signing</c> of the Publisher: whose signatures it accepts. Several while a key is replaced by another.</summary>
public sealed class AcceptedKeysOptions
{
    /// <summary>ECDSA P-256, SubjectPublicKeyInfo, by key id: PEM, or its base64 alone.</summary>
    public Dictionary<string, string> PublicKeys { get; } = [];
}

/// <summary>Verifies with the configured public keys.</summary>
public sealed class AcceptedKeys(IOptions<AcceptedKeysOptions> options)
{
    // r and s, 32 bytes each.
    private const int SignatureBytes = 64;

    internal const string Missing =
        "Signing:PublicKeys is empty or holds something that is no ECDSA P-256 public key: nothing could be published, for what Review approves is verified with it. "
        + "The AppHost sets it; elsewhere set Signing__PublicKeys__<key id> to the public half of Review's Signing__PrivateKey.";

    /// <returns>Whether one of the accepted keys signed exactly this text.</returns>
    public bool Verify(byte[] text, MessageSignature? signature)
    {
        if (signature is null || !options.Value.PublicKeys.TryGetValue(signature.KeyId, out var configured))
        {
            return false;
        }

        Span<byte> value = stackalloc byte[SignatureBytes];
        using var key = KeyText.Public(configured);
        return Convert.TryFromBase64String(signature.Value, value, out var length)
            && length == SignatureBytes
            && key!.VerifyData(text, value, HashAlgorithmName.SHA256);
    }
}
