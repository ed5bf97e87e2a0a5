using FsCheck;
using FsCheck.Fluent;

namespace NewsEducator.Fuzzing;

/// <summary>One thing that reads what strangers write, with the inputs that are tried on it.</summary>
/// <param name="Name">As it is named on the command line.</param>
/// <param name="Inputs">Bytes are one character each, see <see cref="Bytes"/>.</param>
/// <param name="Check">Throws where a property does not hold. What the product documents to throw is caught in it.</param>
internal sealed record FuzzTarget(string Name, Gen<string> Inputs, Action<string> Check)
{
    private const int Size = 50;

    // An odd number, as generators of this family need one; each input has its own, so any of them can be made again by itself.
    private const ulong Stride = 0x9E37_79B9_7F4A_7C15;

    /// <summary>How many of these take the time of one usual input; a dear target gets fewer in a run over all targets.</summary>
    public int Cost { get; init; } = 1;

    public Limits Limits { get; init; } = Limits.Usual;

    /// <summary>The same text for the same seed and number.</summary>
    public string Input(ulong seed, long number) =>
        Gen.Sample(Inputs, 1, new Rnd(seed + ((ulong)number * Stride), (2 * (ulong)number) + 1), Size).Single();

    /// <returns>What went wrong, or null.</returns>
    public Exception? Try(string input)
    {
        try
        {
            Check(input);
            return null;
        }
#pragma warning disable CA1031 // Whatever comes out is a finding.
        catch (Exception error)
        {
            return error;
        }
#pragma warning restore CA1031
    }
}
