using System.Security.Cryptography;
using NewsEducator.Contracts;

namespace NewsEducator.Testing;

/// <summary>The keys that Review signs with and the Publisher accepts, in this process's tests.</summary>
public static class TestSigning
{
    public const string KeyId = "test";

    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>PKCS #8 in base64.</summary>
    public static string Private { get; } = Convert.ToBase64String(Key.ExportPkcs8PrivateKey());

    /// <summary>SubjectPublicKeyInfo in base64.</summary>
    public static string Public { get; } = Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo());

    public static bool Accepts(byte[] text, MessageSignature? signature) =>
        signature is { KeyId: KeyId, Value: { } value }
        && Key.VerifyData(
            text,
            Convert.FromBase64String(value),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );
}
