using System.Numerics.Tensors;
using System.Text.Json;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Embeddings;

namespace NewsEducator.Summarizer.Judging;

/// <summary>
/// Logistic models over the vectors of title and text and the counted features, fitted by <c>tools/Judge</c> from labelled rows; the file
/// beside this class is what it wrote.
/// </summary>
internal sealed record JudgeModel
{
    private const float TextShare = 0.7f;
    private const double Farthest = 3;

    /// <summary>What it was fitted from, and when it is used, for a reader.</summary>
    public required string About { get; init; }

    /// <summary>Of each counted feature over the rows, by which it is brought to a common scale.</summary>
    public required double[] Means { get; init; }

    public required double[] Deviations { get; init; }

    /// <summary>Whether it is worth a reviewer's time.</summary>
    public required LinearHead Worth { get; init; }

    /// <summary>Whether its value is at least 1, 2 and 3.</summary>
    public required LinearHead[] Value { get; init; }

    /// <summary>Whether it is about no notion of the trade at all.</summary>
    public required LinearHead NoConcept { get; init; }

    /// <summary>Whether it lists what is new in a version.</summary>
    public required LinearHead Release { get; init; }

    /// <summary>Whether it promotes a product, an event or an organisation.</summary>
    public required LinearHead Promotion { get; init; }

    /// <summary>One for each of <see cref="Types.TypeCues.Families"/>, in that order.</summary>
    public required LinearHead[] Families { get; init; }

    public static JudgeModel Load()
    {
        using var stream =
            typeof(JudgeModel).Assembly.GetManifestResourceStream("judge.json")
            ?? throw new InvalidOperationException("The fitted model is not in the assembly.");
        return JsonSerializer.Deserialize<JudgeModel>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("The fitted model is empty.");
    }

    /// <summary>What the heads see of an item.</summary>
    /// <param name="text">Of the item.</param>
    /// <param name="kind">Of its source.</param>
    /// <param name="vectors">Of <see cref="JudgedText.Parts"/>.</param>
    public double[] Input(JudgedText text, SourceKind kind, float[][] vectors)
    {
        var counted = TextFeatures.Of(text, kind);
        return
        [
            .. vectors[0].Select(value => (double)(TextShare * value)),
            .. Vectors.Average(vectors[1..]).Select(value => (double)(TextShare * value)),
            .. counted.Select((value, at) => Math.Clamp((value - Means[at]) / Deviations[at], -Farthest, Farthest)),
        ];
    }
}

/// <summary>One logistic model.</summary>
internal sealed record LinearHead(double Bias, double[] Weights)
{
    public double Probability(double[] input) => 1 / (1 + Math.Exp(-Score(input)));

    /// <summary>Log odds.</summary>
    public double Score(double[] input) => Bias + TensorPrimitives.Dot<double>(Weights, input);
}
