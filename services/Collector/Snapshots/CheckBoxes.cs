using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Snapshots;

/// <summary>Lines to tick: what a form asks of everybody, and no words of an author.</summary>
internal static partial class CheckBoxes
{
    public static bool IsLine(string line) => Box().IsMatch(line);

    /// <summary>- [x] …, * [ ] …, 1. [X] …, - ☑ …; not a link: - [x](https://…).</summary>
    [GeneratedRegex(@"^\s*([-*+]|\d{1,9}[.)])\s+(\[[ xX]?\]|[☐☑☒])(\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Box();
}
