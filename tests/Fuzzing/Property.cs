namespace NewsEducator.Fuzzing;

/// <summary>Something that holds for every input.</summary>
internal static class Property
{
    public static void Holds(bool condition, string what)
    {
        if (!condition)
        {
            throw new BrokenPropertyException(what);
        }
    }

    public static void Same<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new BrokenPropertyException($"{what}: expected {Printable.Of($"{expected}")}, was {Printable.Of($"{actual}")}");
        }
    }
}

/// <summary>The input showed that a property does not hold.</summary>
internal sealed class BrokenPropertyException(string what) : Exception(what);
