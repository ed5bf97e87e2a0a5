using System.Collections.Frozen;

namespace NewsEducator.Collector.Connectors.Html;

/// <summary>Elements that have no content and no end tag (HTML Standard, 13.1.2).</summary>
internal static class VoidElements
{
    public static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr"
    );
}
