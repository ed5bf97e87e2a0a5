using System.Diagnostics;
using System.Text;
using NewsEducator.UpgradeRun;

namespace NewsEducator.Benchmarks.Items;

/// <summary>A Summarizer whose model of embeddings takes no time: it gives each token the same vector.</summary>
internal sealed class IdleModel : IDisposable
{
    private const int Dimensions = 384;
    private const float Value = 0.05f;

    // Numbers of ONNX's types.
    private const int Float = 1;
    private const int Int64 = 7;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newseducator-summarizer-");

    /// <summary>The program is a copy, since it looks for its model beside itself; all else is linked.</summary>
    public IdleModel(ProductVersion version)
    {
        var built = new DirectoryInfo(version.Program("services/Summarizer").WorkingDirectory);
        foreach (var entry in built.EnumerateFileSystemInfos().Where(entry => entry.Name != "models"))
        {
            var here = Path.Combine(_folder.FullName, entry.Name);
            if (entry is FileInfo file && file.Name.StartsWith("NewsEducator.Summarizer.", StringComparison.Ordinal))
            {
                file.CopyTo(here);
            }
            else
            {
                File.CreateSymbolicLink(here, entry.FullName);
            }
        }

        var models = _folder.CreateSubdirectory("models").FullName;
        File.CreateSymbolicLink(Path.Combine(models, "vocab.txt"), Path.Combine(built.FullName, "models", "vocab.txt"));
        File.WriteAllBytes(Path.Combine(models, "model.onnx"), Model());
    }

    public void Replace(ProcessStartInfo start)
    {
        start.ArgumentList[0] = Path.Combine(_folder.FullName, Path.GetFileName(start.ArgumentList[0]));
        start.WorkingDirectory = _folder.FullName;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The protocol buffer of a graph: row = input_ids × 0; output = table[row].</summary>
    private static byte[] Model() =>
        [
            .. Number(1, 8),
            .. Field(8, [.. Field(1, []), .. Number(2, 13)]),
            .. Field(
                7,
                [
                    .. Field(1, Node("Mul", ["input_ids", "zero"], "row")),
                    .. Field(1, Node("Gather", ["table", "row"], "last_hidden_state")),
                    .. Text(2, "idle"),
                    .. Field(5, [.. Number(2, Int64), .. Text(8, "zero"), .. Field(9, new byte[sizeof(long)])]),
                    .. Field(
                        5,
                        [.. Number(1, 1), .. Number(1, Dimensions), .. Number(2, Float), .. Text(8, "table"), .. Field(9, Table())]
                    ),
                    .. new[] { "input_ids", "attention_mask", "token_type_ids" }.SelectMany(name => Field(11, Tensor(name, Int64, 2))),
                    .. Field(12, Tensor("last_hidden_state", Float, 3)),
                ]
            ),
        ];

    private static byte[] Node(string kind, string[] inputs, string output) =>
        [.. inputs.SelectMany(input => Text(1, input)), .. Text(2, output), .. Text(4, kind)];

    private static byte[] Tensor(string name, int type, int dimensions) =>
        [
            .. Text(1, name),
            .. Field(
                2,
                Field(
                    1,
                    [
                        .. Number(1, type),
                        .. Field(2, [.. Enumerable.Range(0, dimensions).SelectMany(at => Field(1, Text(2, $"{name}{at}")))]),
                    ]
                )
            ),
        ];

    private static byte[] Table() => [.. Enumerable.Repeat(BitConverter.GetBytes(Value), Dimensions).SelectMany(bytes => bytes)];

    private static byte[] Text(int field, string text) => Field(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int field, byte[] content) => [.. Varint((field << 3) | 2), .. Varint(content.Length), .. content];

    private static byte[] Number(int field, int value) => [.. Varint(field << 3), .. Varint(value)];

    private static IEnumerable<byte> Varint(int value)
    {
        for (; value > 127; value >>= 7)
        {
            yield return (byte)(value | 128);
        }

        yield return (byte)value;
    }
}
