using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsEducator.Collector.Sources;

/// <summary>Keeps from the YAML library what would exhaust its stack: it builds and compares nodes by recursion. And what its scanner gives
/// up on without a word, such as a bracket that is still open where the indentation ends.</summary>
internal static class SourcesYamlGuard
{
    // Stream, document, list, source, and one level for what is wrong and named with its line.
    private const int Deepest = 5;

    /// <returns>What is wrong with it, with its line; null where it can be read, is not nested deeply, and its aliases stand for single
    /// values.</returns>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public static string? Refuse(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var values = new HashSet<AnchorName>();
        try
        {
            for (var depth = 0; parser.MoveNext(); )
            {
                depth += parser.Current!.NestingIncrease;
                if (parser.Current is YamlDotNet.Core.Events.Scalar { Anchor.IsEmpty: false } value)
                {
                    values.Add(value.Anchor);
                }

                if (depth > Deepest || (parser.Current is AnchorAlias alias && !values.Contains(alias.Value)))
                {
                    return $"line {parser.Current.Start.Line}: nothing may be nested deeper than the fields of a source, and an alias stands for a value";
                }
            }

            return null;
        }
        catch (InvalidOperationException)
        {
            return $"line {parser.Current?.End.Line ?? 1}: this is no YAML from here on";
        }
    }
}
