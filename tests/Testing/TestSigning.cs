using System.Security.Cryptography;

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
}
