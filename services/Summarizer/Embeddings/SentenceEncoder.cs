using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Tokenizers;
using SessionOptions = Microsoft.ML.OnnxRuntime.SessionOptions;

namespace NewsEducator.Summarizer.Embeddings;

/// <summary>all-MiniLM-L6-v2: English text to vectors of length 1, offline. One session a process, opened with the first text; see NOTICE
/// for the weights.</summary>
internal sealed class SentenceEncoder : IDisposable
{
    public const int Dimensions = 384;

    /// <summary>Changes whenever the same text would get another vector.</summary>
    public const string Model = "all-MiniLM-L6-v2/24.9.52193";

    // As the model was trained; longer inputs are cut.
    private const int MostTokens = 256;
    private const int Batch = 16;

    private readonly Lazy<InferenceSession> _session = new(Open);
    private readonly Lazy<BertTokenizer> _tokenizer = new(() => BertTokenizer.Create(ModelFile("vocab.txt")));

    /// <returns>One vector for each text, in order. Thread safe; memory is bounded by the batch, not by the number of texts.</returns>
    public float[][] Encode(IReadOnlyList<string> texts)
    {
        var vectors = new float[texts.Count][];
        var tokens = texts.Select((text, at) => (At: at, Ids: Tokens(text)));
        // Only texts of one length share a run: on one core padding costs as much as words.
        foreach (var batch in tokens.GroupBy(each => each.Ids.Length).SelectMany(group => group.Chunk(Batch)))
        {
            Encode(batch, vectors);
        }

        return vectors;
    }

    public void Dispose()
    {
        if (_session.IsValueCreated)
        {
            _session.Value.Dispose();
        }
    }

    private static InferenceSession Open()
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            EnableCpuMemArena = false,
        };
        return new InferenceSession(ModelFile("model.onnx"), options);
    }

    private static string ModelFile(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "models", name);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"The embedding model is missing: {path}. Build or publish the Summarizer again; the build extracts it.",
                path
            );
    }

    private long[] Tokens(string text) =>
        [.. _tokenizer.Value.EncodeToIds(text, MostTokens, addSpecialTokens: true, out _, out _).Select(id => (long)id)];

    private void Encode((int At, long[] Ids)[] batch, float[][] vectors)
    {
        var width = batch[0].Ids.Length;
        var size = batch.Length * width;
        var (mask, kinds) = (new long[size], new long[size]);
        Array.Fill(mask, 1);
        long[] shape = [batch.Length, width];
        using var ids = OrtValue.CreateTensorValueFromMemory(batch.SelectMany(each => each.Ids).ToArray(), shape);
        using var attention = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var types = OrtValue.CreateTensorValueFromMemory(kinds, shape);
        var inputs = new Dictionary<string, OrtValue>
        {
            ["input_ids"] = ids,
            ["attention_mask"] = attention,
            ["token_type_ids"] = types,
        };
        using var run = new RunOptions();
        using var outputs = _session.Value.Run(run, inputs, [_session.Value.OutputNames[0]]);
        var hidden = outputs[0].GetTensorDataAsSpan<float>();
        foreach (var (row, each) in batch.Index())
        {
            vectors[each.At] = Mean(hidden.Slice(row * width * Dimensions, width * Dimensions));
        }
    }

    private static float[] Mean(ReadOnlySpan<float> hidden)
    {
        var sum = new float[Dimensions];
        for (var at = 0; at < hidden.Length; at++)
        {
            sum[at % Dimensions] += hidden[at];
        }

        return Vectors.Normalize(sum);
    }
}
