namespace NewsEducator.Fuzzing;

/// <summary>Takes pieces out of an input for as long as it shows the same.</summary>
internal static class Shrink
{
    private const int MostTries = 2_000;

    /// <param name="kindOf">Of an error.</param>
    public static string Of(FuzzTarget target, string input, string kind, Func<Exception, string> kindOf)
    {
        var tries = 0;
        for (var length = Math.Max(1, input.Length / 2); length > 0 && tries < MostTries; length /= 2)
        {
            for (var at = 0; at < input.Length && tries < MostTries; )
            {
                var smaller = input.Remove(at, Math.Min(length, input.Length - at));
                tries++;
                if (target.Try(smaller) is { } error && kindOf(error) == kind)
                {
                    input = smaller;
                }
                else
                {
                    at += length;
                }
            }
        }

        return input;
    }
}
