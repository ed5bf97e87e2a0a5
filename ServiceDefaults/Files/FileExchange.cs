using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace NewsEducator.ServiceDefaults.Files;

/// <summary>The files of one <see cref="SharedFile.ReplaceAsync"/>. Their names tell what they hold, so that whoever finds them after a kill
/// can end it.</summary>
/// <remarks>Hidden and of a foreign kind, so that notes programs and sync tools leave them alone.</remarks>
internal sealed partial record FileExchange
{
    private const int HashDigits = 16;

    // Hidden files are what is looked for.
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    private FileExchange(string path, string id, string expected, string content)
    {
        (Path, ExpectedHash, ContentHash) = (path, expected, content);
        Draft = System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(path)!,
            $".{System.IO.Path.GetFileName(path)}.{id}-{expected}-{content}.tmp"
        );
    }

    public string Path { get; }

    /// <summary>The new text before it is put in place.</summary>
    public string Draft { get; }

    /// <summary>What stood there, until it has been compared.</summary>
    public string Former => $"{Draft}.old";

    private string ExpectedHash { get; }

    private string ContentHash { get; }

    public static FileExchange Of(string path, byte[]? expected, byte[] content) =>
        new(path, Guid.NewGuid().ToString("N")[..8], HashOf(expected), HashOf(content));

    /// <returns>Drafts and former texts in a folder and those below it, each with what it is a part of.</returns>
    public static IReadOnlyList<(FileExchange Exchange, string File)> LeftIn(string folder) =>
        Directory.Exists(folder)
            ?
            [
                .. from file in Directory.EnumerateFiles(folder, ".*.tmp*", Everywhere)
                let name = Names().Match(System.IO.Path.GetFileName(file))
                where name.Success
                select (Of(System.IO.Path.GetDirectoryName(file)!, name.Groups), file),
            ]
            : [];

    public bool WasExpected(byte[] former) => HashOf(former) == ExpectedHash;

    public bool IsContent(byte[]? now) => now is not null && HashOf(now) == ContentHash;

    private static FileExchange Of(string folder, GroupCollection name) =>
        new(System.IO.Path.Combine(folder, name["name"].Value), name["id"].Value, name["expected"].Value, name["content"].Value);

    private static string HashOf(byte[]? content) => Convert.ToHexStringLower(SHA256.HashData(content ?? []))[..HashDigits];

    [GeneratedRegex(@"^\.(?<name>.+)\.(?<id>[0-9a-f]{8})-(?<expected>[0-9a-f]{16})-(?<content>[0-9a-f]{16})\.tmp(\.old)?$")]
    private static partial Regex Names();
}
