using System.Globalization;

namespace NewsEducator.Compliance.Policies;

/// <summary>The ETag of the policy: the number of its version.</summary>
internal static class PolicyTag
{
    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"\"{number}\"");

    public static bool Matches(string ifMatch, int number) => ifMatch == "*" || ifMatch.Split(',').Any(tag => tag.Trim() == Of(number));
}
