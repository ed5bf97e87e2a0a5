using NewsEducator.Contracts;

namespace NewsEducator.Benchmarks.Hops;

/// <summary>A message that is passed on so many times.</summary>
/// <param name="Walk">Which round of the race it belongs to.</param>
/// <param name="Number">Of the message in that round.</param>
/// <param name="Left">Hops that are left.</param>
public sealed record Hop(Guid Walk, int Number, int Left) : IMessage
{
    public string NaturalKey => $"{Walk:N}:{Number}:{Left}";
}
