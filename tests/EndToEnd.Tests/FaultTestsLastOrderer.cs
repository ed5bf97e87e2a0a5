using Xunit.Sdk;
using Xunit.v3;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>The fault tests change the day that all tests share, so they run last.</summary>
public sealed class FaultTestsLastOrderer : ITestClassOrderer
{
    public IReadOnlyCollection<TTestClass?> OrderTestClasses<TTestClass>(IReadOnlyCollection<TTestClass?> testClasses)
        where TTestClass : notnull, ITestClass => [.. testClasses.OrderBy(each => each?.TestClassSimpleName == nameof(FaultTests))];
}
