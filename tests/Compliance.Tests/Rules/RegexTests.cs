using System.Reflection;
using System.Text.RegularExpressions;
using NewsEducator.Compliance.Rules;
using Shouldly;
using Xunit;

namespace NewsEducator.Compliance.Tests.Rules;

/// <summary>Sources are hostile: no pattern of the service may take more than linear time.</summary>
public sealed class RegexTests
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;

    [Fact]
    public void No_pattern_backtracks()
    {
        var patterns = typeof(RuleCatalogue).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(Any))
            .Where(method => method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0 && method.DeclaringType!.Namespace!.StartsWith("NewsEducator", StringComparison.Ordinal))
            .Select(method => (Name: $"{method.DeclaringType!.Name}.{method.Name}", Regex: (Regex)method.Invoke(null, null)!))
            .ToList();

        patterns.Count.ShouldBeGreaterThan(15);
        patterns.Where(pattern => !pattern.Regex.Options.HasFlag(RegexOptions.NonBacktracking)).Select(pattern => pattern.Name).ShouldBeEmpty();
    }
}
