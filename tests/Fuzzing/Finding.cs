using System.Globalization;

namespace NewsEducator.Fuzzing;

/// <summary>An input that showed something.</summary>
/// <param name="Error">What it showed.</param>
internal sealed record Finding(FuzzTarget Target, ulong Seed, long Number, string Input, Exception Error)
{
    private const int LongestHeadline = 400;

    /// <summary>Whether smaller inputs may be tried: one that does not come back would not come back either.</summary>
    public bool Shrinks { get; init; } = true;

    /// <summary>The same for inputs that show the same: the kind of error and where it was thrown.</summary>
    public string Kind => $"{Error.GetType().Name} {(Error is BrokenPropertyException ? Error.Message.Split(':')[0] : "")} {Place}";

    public string Headline
    {
        get
        {
            var text = $"{Error.GetType().Name}: {Error.Message} {Place}".ReplaceLineEndings(" ");
            return text.Length > LongestHeadline ? text[..LongestHeadline] : text;
        }
    }

    /// <summary>The command that tries this input again.</summary>
    public string Replay =>
        string.Create(CultureInfo.InvariantCulture, $"dotnet run -c Release --project tests/Fuzzing -- {Target.Name} 1 {Seed} {Number}");

    public string ToText()
    {
        var smaller =
            !Shrinks || Error is ExcessException ? Input : Shrink.Of(Target, Input, Kind, error => (this with { Error = error }).Kind);
        return $"{Replay}\n\n{Error}\n\nshrunk: {Printable.Of(smaller)}\n\ninput: {Printable.Of(Input)}\n";
    }

    private string Place =>
        Error.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("NewsEducator", StringComparison.Ordinal))?.Trim() ?? "";
}
