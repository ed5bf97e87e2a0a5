using System.Numerics.Tensors;

namespace NewsEducator.Summarizer.Embeddings;

internal static class Vectors
{
    /// <summary>To length 1, in place; zeros stay zeros.</summary>
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

    /// <returns>The direction between all of them; zeros where there are none.</returns>
    public static float[] Average(params IEnumerable<float[]> vectors)
    {
        var sum = new float[SentenceEncoder.Dimensions];
        foreach (var vector in vectors)
        {
            TensorPrimitives.Add(vector, sum, sum);
        }

        return Normalize(sum);
    }
}
