using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Tokenizers;

namespace NewsEducator.Summarizer.Embeddings;

/// <summary>all-MiniLM-L6-v2: English text to vectors of length 1, offline. One session a process; see NOTICE for the weights.</summary>
internal sealed class SentenceEncoder : IDisposable
{
    public const int Dimensions = 384;

    /// <summary>Changes whenever the same text would get another vector.</summary>
    public const string Model = "all-MiniLM-L6-v2/24.9.52193";

    // As the model was trained; longer inputs are cut.
    private const int MostTokens = 256;
    private static readonly int Batch = int.Parse(Environment.GetEnvironmentVariable("B")??"8");

    private readonly InferenceSession _session;
    private readonly BertTokenizer _tokenizer;

    public SentenceEncoder()
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, EnableCpuMemArena = false };
        if(Environment.GetEnvironmentVariable("NOPACK")=="1") options.AddSessionConfigEntry("session.disable_prepacking", "1");
        _session = new InferenceSession(ModelFile("model.onnx"), options);
        _tokenizer = BertTokenizer.Create(ModelFile("vocab.txt"));
    }

    /// <returns>One vector for each text, in order. Thread safe; memory is bounded by the batch, not by the number of texts.</returns>
    public float[][] Encode(IReadOnlyList<string> texts)
    {
        var vectors = new float[texts.Count][];
        // Texts of like length share a batch: the shorter ones are padded.
        var tokens = texts.Select((text, at) => (At: at, Ids: Tokens(text))).OrderBy(each => each.Ids.Length);
        foreach (var batch in tokens.Chunk(Batch))
        {
            Encode(batch, vectors);
        }

        return vectors;
    }

    public void Dispose() => _session.Dispose();

    private static string ModelFile(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "models", name);
        return File.Exists(path) ? path : throw new FileNotFoundException($"The embedding model is missing: {path}. Build or publish the Summarizer again; the build extracts it.", path);
    }

    private long[] Tokens(string text) =>
        [.. _tokenizer.EncodeToIds(text, MostTokens, addSpecialTokens: true, out _, out _).Select(id => (long)id)];

    private void Encode((int At, long[] Ids)[] batch, float[][] vectors)
    {
        var width = batch.Max(each => each.Ids.Length);
        var (ids, mask, kinds) = (new long[batch.Length * width], new long[batch.Length * width], new long[batch.Length * width]);
        foreach (var (row, each) in batch.Index())
        {
            each.Ids.CopyTo(ids, row * width);
            Array.Fill(mask, 1, row * width, each.Ids.Length);
        }

        long[] shape = [batch.Length, width];
        using var idsValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var kindsValue = OrtValue.CreateTensorValueFromMemory(kinds, shape);
        var inputs = new Dictionary<string, OrtValue> { ["input_ids"] = idsValue, ["attention_mask"] = maskValue, ["token_type_ids"] = kindsValue };
        using var run = new RunOptions();
        using var outputs = _session.Run(run, inputs, [_session.OutputNames[0]]);
        var hidden = outputs[0].GetTensorDataAsSpan<float>();
        foreach (var (row, each) in batch.Index())
        {
            vectors[each.At] = Mean(hidden.Slice(row * width * Dimensions, each.Ids.Length * Dimensions));
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
