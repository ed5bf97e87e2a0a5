using System.Security.Cryptography;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Cli.Bundles;

/// <summary>Whether every byte is as it was written, and where it is not.</summary>
internal static class ByteCheck
{
    private const int SignatureBytes = 64;

    /// <param name="publicKey">Null: the key that the bundle itself names.</param>
    public static IEnumerable<Fault> Of(byte[] bundle, BundleFiles files, string? publicKey) =>
        [.. Files(files), .. Signature(files, publicKey ?? files.Manifest.PublicKey), .. Container(bundle, files)];

    private static IEnumerable<Fault> Files(BundleFiles files)
    {
        foreach (var listed in files.Manifest.Files)
        {
            if (files.Find(listed.Path) is not { } content)
            {
                yield return new Fault("verify.missing", listed.Path);
            }
            else if (BundledFile.Of(listed.Path, content).Sha256 != listed.Sha256)
            {
                yield return new Fault("verify.changed", listed.Path, string.Join(", ", Changed(content, listed)));
            }
        }

        var known = files.Manifest.Files.Select(file => file.Path).Prepend(BundleManifest.Path).ToList();
        foreach (var path in files.InOrder.Select(file => file.Path).Where(path => !known.Contains(path)))
        {
            yield return new Fault("verify.surplus", path);
        }
    }

    // 256–511 of a file of 1,000 bytes
    private static IEnumerable<string> Changed(byte[] content, BundledFile listed)
    {
        var blocks = BundledFile.BlocksOf(content);
        for (var at = 0; at < Math.Max(blocks.Count, listed.Blocks.Count); at++)
        {
            if (blocks.ElementAtOrDefault(at) != listed.Blocks.ElementAtOrDefault(at))
            {
                var end = Math.Min((at + 1) * BundledFile.BlockLength, Math.Max(content.Length, listed.Size));
                yield return $"{at * BundledFile.BlockLength}–{end - 1}";
            }
        }
    }

    private static IEnumerable<Fault> Signature(BundleFiles files, string publicKey)
    {
        var manifest = files.Manifest;
        if (!BundleJson.Write(manifest).AsSpan().SequenceEqual(files.Find(BundleManifest.Path)))
        {
            yield return new Fault("verify.manifest");
        }

        if (manifest.Signature?.KeyId != manifest.KeyId || !IsSigned(SignedText.Of(manifest), manifest.Signature, publicKey))
        {
            yield return new Fault("verify.signature", BundleManifest.Path, manifest.KeyId);
        }
    }

    /// <summary>Whether the key signed exactly this text.</summary>
    public static bool IsSigned(byte[] text, MessageSignature? signature, string publicKey)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            var value = Convert.FromBase64String(signature?.Value ?? "");
            // The last character of base64 has bits that say nothing.
            return value.Length == SignatureBytes
                && Convert.ToBase64String(value) == signature!.Value
                && key.VerifyData(text, value, HashAlgorithmName.SHA256);
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return false;
        }
    }

    // The zip around the files: written again from them it has the same bytes.
    private static IEnumerable<Fault> Container(byte[] bundle, BundleFiles files)
    {
        var again = StoredZip.Write(files.InOrder);
        var at = bundle.AsSpan().CommonPrefixLength(again);
        return at == bundle.Length && at == again.Length ? [] : [new Fault("verify.container", at)];
    }
}
