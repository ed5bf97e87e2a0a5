using System.Numerics.Tensors;

namespace NewsEducator.Summarizer.Embeddings;

internal static class Vectors
{
    /// <summary>To length 1; zeros stay zeros.</summary>
    public static float[] Normalize(float[] vector)
    {
        var length = TensorPrimitives.Norm<float>(vector);
        if (length > 0)
        {
            TensorPrimitives.Divide(vector, length, vector);
        }

        return vector;
    }

    /// <summary>Cosine of two vectors of length 1.</summary>
    public static float Cosine(ReadOnlySpan<float> one, ReadOnlySpan<float> other) => TensorPrimitives.Dot(one, other);

    /// <returns>The direction that is between all of them; the weights need not add up to 1.</returns>
    public static float[] Average(IEnumerable<(float[] Vector, float Weight)> vectors)
    {
        var sum = new float[SentenceEncoder.Dimensions];
        foreach (var (vector, weight) in vectors)
        {
            TensorPrimitives.MultiplyAdd(vector, weight, sum, sum);
        }

        return Normalize(sum);
    }
}
