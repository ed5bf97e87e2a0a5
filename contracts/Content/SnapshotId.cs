using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsEducator.Contracts;

/// <summary>The hash that names a snapshot by what it says.</summary>
/// <remarks>Each field is led by its length in bytes, so that neighbouring fields cannot run into each other.</remarks>
public static class SnapshotId
{
    /// <returns>64 lower-case hex digits.</returns>
    public static string Of(SourceKind kind, string canonicalUrl, string title, string? author, string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in new[] { "snapshot/1", kind.ToString(), canonicalUrl, title, author, text })
        {
            var bytes = Encoding.UTF8.GetBytes(field ?? "");
            hash.AppendData(Encoding.ASCII.GetBytes(field is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}:")));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string Of(Snapshot snapshot) => Of(snapshot.Kind, snapshot.CanonicalUrl, snapshot.Title, snapshot.Author, snapshot.Text);
}
