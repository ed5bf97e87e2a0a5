namespace NewsEducator.Benchmarks;

/// <summary>One thing that is measured, side by side with what others offer where there is such.</summary>
internal interface IBenchmark
{
    string Name { get; }

    /// <returns>The exit code.</returns>
    int Run(string[] arguments, TextWriter log);
}
