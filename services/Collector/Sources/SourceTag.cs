using System.Globalization;

namespace NewsEducator.Collector.Sources;

/// <summary>The ETag of a source: it changes with each edit, not with polls.</summary>
internal static class SourceTag
{
    public static string Of(Source source) => string.Create(CultureInfo.InvariantCulture, $"\"{source.Revision}\"");
}
