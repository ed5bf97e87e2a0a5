using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Settings;

namespace NewsEducator.ServiceDefaults.Signing;

/// <summary>Section <c>Signing</c> of Review: the private key that approvals and releases are signed with.</summary>
public sealed class SigningOptions
{
    public const string Section = "Signing";

    /// <summary>Id of the key; a Publisher accepts its signatures if it knows the public key by this id.</summary>
    public string KeyId { get; set; } = "1";

    /// <summary>ECDSA P-256, PKCS #8: PEM, or its base64 alone. Comes from the host.</summary>
    [Secret]
    public string? PrivateKey { get; set; }
}

/// <summary>Signs with the configured key.</summary>
public sealed class SigningKey(IOptions<SigningOptions> options)
{
    internal const string Missing =
        "Signing:PrivateKey is missing or is no ECDSA P-256 key: approvals could not be signed, and the Publisher refuses unsigned ones. The AppHost makes one; "
        + "elsewhere make one with 'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256', set Signing__PrivateKey here and its public half at the Publisher.";

    public string KeyId => options.Value.KeyId;

    /// <summary>SubjectPublicKeyInfo in base64.</summary>
    public string PublicKey
    {
        get
        {
            using var key = KeyText.Private(options.Value.PrivateKey)!;
            return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        }
    }

    public MessageSignature Sign(byte[] text)
    {
        using var key = KeyText.Private(options.Value.PrivateKey)!;
        return new MessageSignature
        {
            KeyId = options.Value.KeyId,
            Value = Convert.ToBase64String(key.SignData(text, HashAlgorithmName.SHA256)),
        };
    }
}
