using System.Security.Cryptography;

namespace NewsEducator.ServiceDefaults.Signing;

/// <summary>Keys as they are configured: PEM, or the base64 of a PEM's inside on one line.</summary>
internal static class KeyText
{
    private const string PemBegins = "-----BEGIN";
    private const int Bits = 256;

    /// <returns>Null where the text holds no P-256 key.</returns>
    public static ECDsa? Private(string? text) => Read(text, (key, der) => key.ImportPkcs8PrivateKey(der, out _));

    /// <returns>Null where the text holds no P-256 key.</returns>
    public static ECDsa? Public(string? text) => Read(text, (key, der) => key.ImportSubjectPublicKeyInfo(der, out _));

    private static ECDsa? Read(string? text, Action<ECDsa, byte[]> import)
    {
        var key = ECDsa.Create();
        try
        {
            if (text?.TrimStart().StartsWith(PemBegins, StringComparison.Ordinal) == true)
            {
                key.ImportFromPem(text);
            }
            else
            {
                import(key, Convert.FromBase64String(text ?? ""));
            }

            if (key.KeySize == Bits)
            {
                return key;
            }
        }
        catch (Exception error) when (error is CryptographicException or FormatException or ArgumentException)
        {
            // Not a key: whoever asks says what is missing.
        }

        key.Dispose();
        return null;
    }
}
