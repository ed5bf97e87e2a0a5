using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsEducator.Compliance.Policies;

/// <summary>Keeps from the YAML library what would exhaust its stack: it builds and compares nodes by recursion. And what its scanner gives
/// up on without a word, such as a bracket that is still open where the indentation ends.</summary>
internal static class PolicyYaml
{
    // Stream, document, policy, whitelist, host, paths.
    private const int Deepest = 6;

    /// <returns>Null where it can be read, has no aliases and is not nested deeply.</returns>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public static PolicyError? Refuse(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            for (var depth = 0; parser.MoveNext(); )
            {
                depth += parser.Current!.NestingIncrease;
                if (parser.Current is AnchorAlias || depth > Deepest)
                {
                    return new PolicyError((int)parser.Current.Start.Line, "policy.nested", Deepest - 2);
                }
            }

            return null;
        }
        catch (InvalidOperationException)
        {
            return ErrorBehind(parser);
        }
    }

    /// <returns>Names the line up to which it could be read.</returns>
    public static PolicyError ErrorBehind(IParser parser) => new((int)(parser.Current?.End.Line ?? 1), "policy.unreadable");
}
