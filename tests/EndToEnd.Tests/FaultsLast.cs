using Xunit.Sdk;
using Xunit.v3;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>What spoils the day that all share runs after everything else.</summary>
public sealed class FaultsLast : ITestClassOrderer
{
    public IReadOnlyCollection<TTestClass?> OrderTestClasses<TTestClass>(IReadOnlyCollection<TTestClass?> testClasses)
        where TTestClass : notnull, ITestClass => [.. testClasses.OrderBy(each => each?.TestClassSimpleName == nameof(FaultTests))];
}
