using System.Buffers;
using System.Text;

namespace NewsEducator.Collector.Connectors.Feeds.Xml;

/// <summary>How much of some bytes is UTF-8 beyond ASCII, and how much cannot be.</summary>
internal readonly record struct Utf8Damage(int Letters, int Broken)
{
    // In other encodings pairs of bytes look like a letter of UTF-8 now and then.
    private const int ByChance = 8;

    public static Utf8Damage Of(ReadOnlySpan<byte> bytes)
    {
        var (letters, broken) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                break;
            }

            bytes = bytes[ascii..];
            var isLetter = Rune.DecodeFromUtf8(bytes, out _, out var length) == OperationStatus.Done;
            letters += isLetter ? 1 : 0;
            broken += isLetter ? 0 : 1;
            bytes = bytes[length..];
        }

        return new Utf8Damage(letters, broken);
    }

    /// <param name="declared">Somebody says that it is.</param>
    public bool IsUtf8(bool declared) => Broken == 0 || (Letters > 0 && Letters >= Broken * (declared ? 1 : ByChance));
}
