using System.Security.Cryptography;
using NewsEducator.ServiceDefaults.Files;

namespace NewsEducator.Publisher.Notes;

/// <summary>Names and bytes of the vault's files.</summary>
internal static class Vault
{
    public static string HashOf(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    public static Task<byte[]?> ReadAsync(string folder, string path, CancellationToken cancellationToken) =>
        SharedFile.ReadAsync(Path.Combine(folder, path), cancellationToken);

    /// <summary>Whether another file has the name where upper and lower case are one, as on Windows and macOS.</summary>
    public static bool IsTaken(string folder, string path)
    {
        var file = Path.Combine(folder, path);
        var name = Path.GetFileName(file);
        var parent = Path.GetDirectoryName(file)!;
        return Directory.Exists(parent)
            && Directory
                .EnumerateFiles(parent)
                .Select(Path.GetFileName)
                .Any(other => other != name && string.Equals(other, name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The name that is taken where a person's note has the first one.</summary>
    public static string Beside(string path) => Path.ChangeExtension(path, null) + " (News-Educator)" + Path.GetExtension(path);
}
