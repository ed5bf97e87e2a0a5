using Xunit.Sdk;
using Xunit.v3;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>The fault tests change the day that all tests share, so they run last; before them, what looks for secrets in all that was
/// written.</summary>
public sealed class FaultTestsLastOrderer : ITestClassOrderer
{
    private static readonly string[] Last = [nameof(SecretTests), nameof(FaultTests)];

    public IReadOnlyCollection<TTestClass?> OrderTestClasses<TTestClass>(IReadOnlyCollection<TTestClass?> testClasses)
        where TTestClass : notnull, ITestClass => [.. testClasses.OrderBy(each => Array.IndexOf(Last, each?.TestClassSimpleName))];
}
