namespace NewsEducator.Benchmarks.Hops;

/// <summary>Something that passes messages on through a broker.</summary>
internal interface IHops : IAsyncDisposable
{
    string Name { get; }

    /// <returns>Once so many messages have each made so many hops.</returns>
    Task WalkAsync(int messages, int hops);
}
