using System.Buffers.Binary;
using System.Text;

namespace NewsEducator.Contracts;

/// <summary>Writes a zip of uncompressed files in which nothing depends on when or where it is written, so that whoever has the files can
/// write it again and compare every byte.</summary>
/// <remarks>APPNOTE.TXT 6.3.10, without the 64-bit extensions: together the files are smaller than 2 GB.</remarks>
public static class StoredZip
{
    private const uint LocalHeader = 0x04034b50;
    private const uint CentralHeader = 0x02014b50;
    private const uint EndOfDirectory = 0x06054b50;
    private const ushort Version = 20;
    private const ushort NamesAreUtf8 = 0x0800;

    // 1980-01-01, the first day that the format knows.
    private const ushort Day = 0x0021;
    private static readonly uint[] Table = MakeTable();

    public static byte[] Write(IReadOnlyList<(string Path, byte[] Content)> files)
    {
        using var zip = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var (path, content) in files)
        {
            var name = Encoding.UTF8.GetBytes(path);
            var offset = (uint)zip.Length;
            var common = CommonOf(content, name.Length);
            Append(zip, LocalHeader);
            zip.Write(common);
            zip.Write(name);
            zip.Write(content);
            Append(directory, CentralHeader);
            Append(directory, Version);
            directory.Write(common);
            // No comment, first disk, no attributes.
            directory.Write(new byte[10]);
            Append(directory, offset);
            directory.Write(name);
        }

        var start = (uint)zip.Length;
        directory.WriteTo(zip);
        Append(zip, EndOfDirectory);
        Append(zip, (uint)0);
        Append(zip, (ushort)files.Count);
        Append(zip, (ushort)files.Count);
        Append(zip, (uint)directory.Length);
        Append(zip, start);
        Append(zip, (ushort)0);
        return zip.ToArray();
    }

    // What local and central header have in common: from the version that is needed to the length of the extra field.
    private static byte[] CommonOf(byte[] content, int nameLength)
    {
        using var header = new MemoryStream();
        Append(header, Version);
        Append(header, NamesAreUtf8);
        Append(header, (ushort)0);
        Append(header, (ushort)0);
        Append(header, Day);
        Append(header, Crc32(content));
        Append(header, (uint)content.Length);
        Append(header, (uint)content.Length);
        Append(header, (ushort)nameLength);
        Append(header, (ushort)0);
        return header.ToArray();
    }

    private static void Append(Stream stream, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static void Append(Stream stream, ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static uint Crc32(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var each in content)
        {
            crc = Table[(crc ^ each) & 0xff] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeTable() =>
        [
            .. Enumerable
                .Range(0, 256)
                .Select(each =>
                {
                    var value = (uint)each;
                    for (var bit = 0; bit < 8; bit++)
                    {
                        value = (value & 1) == 1 ? 0xedb88320 ^ (value >> 1) : value >> 1;
                    }

                    return value;
                }),
        ];
}
