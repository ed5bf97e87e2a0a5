namespace NewsEducator.Fuzzing;

/// <summary>What an input may cost: so much, and so much more for each character.</summary>
internal sealed record Limits(TimeSpan Time, TimeSpan TimePerCharacter, long Bytes, long BytesPerCharacter)
{
    public static readonly Limits Usual = new(TimeSpan.FromSeconds(1), TimeSpan.FromMicroseconds(20), 256L << 20, 50_000);

    /// <summary>Of a service, which compiles its code as it runs and works at other things as well.</summary>
    public static readonly Limits OfService = Usual with { Time = TimeSpan.FromSeconds(10), Bytes = 1L << 30 };

    public TimeSpan TimeOf(string input) => Time + (TimePerCharacter * input.Length);

    public long BytesOf(string input) => Bytes + (BytesPerCharacter * input.Length);
}

/// <summary>An input took more than its limit.</summary>
internal sealed class ExcessException(string what) : Exception(what);
