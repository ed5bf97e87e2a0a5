namespace NewsEducator.Collector.Selection;

/// <summary>
/// What near-identical texts have in common, for an index: sixteen hashes of five minima each. Two texts that share 0.8 of their groups
/// share a band with probability 0.998, two that share 0.3 with 0.04.
/// </summary>
/// <remarks>https://en.wikipedia.org/wiki/Locality-sensitive_hashing, banded MinHash.</remarks>
internal static class MinHashBands
{
    public const int Count = 16;
    private const int Rows = 5;

    private static readonly (uint Factor, uint Offset)[] Permutations =
    [
        .. Enumerable.Range(1, Count * Rows).Select(number => (Mix((uint)number * 0x9E3779B9) | 1, Mix((uint)number * 0x85EBCA6B))),
    ];

    /// <param name="groups">The hashes of a text's groups of words; one at least.</param>
    public static int[] Of(IReadOnlyCollection<int> groups)
    {
        var minima = new uint[Permutations.Length];
        Array.Fill(minima, uint.MaxValue);
        foreach (var group in groups)
        {
            for (var each = 0; each < minima.Length; each++)
            {
                var value = Mix(((uint)group * Permutations[each].Factor) + Permutations[each].Offset);
                minima[each] = Math.Min(minima[each], value);
            }
        }

        return [.. Enumerable.Range(0, Count).Select(band => Hash(band, minima.AsSpan(band * Rows, Rows)))];
    }

    // The band's number is part of it, so that one list of values serves all bands.
    private static int Hash(int band, ReadOnlySpan<uint> minima)
    {
        var hash = Mix((uint)band + 1);
        foreach (var minimum in minima)
        {
            hash = Mix((hash * 31) ^ minimum);
        }

        return (int)hash;
    }

    // The finalizer of MurmurHash3.
    private static uint Mix(uint value)
    {
        value = (value ^ (value >> 16)) * 0x85EBCA6B;
        value = (value ^ (value >> 13)) * 0xC2B2AE35;
        return value ^ (value >> 16);
    }
}
