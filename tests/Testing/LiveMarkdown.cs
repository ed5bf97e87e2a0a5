using System.Text.RegularExpressions;

namespace NewsEducator.Testing;

/// <summary>What notes programs and their common plug-ins take for markup or run.</summary>
public static partial class LiveMarkdown
{
    public static readonly string[] Constructs =
    [
        "`= this.file.name`",
        "`$= dv.current().file.name`",
        "``= 1 + 1``",
        "` =1+1 `",
        "`dice: 1d6`",
        "`INPUT[toggle:done]`",
        "`<% tp.file.title %>`",
        "<% tp.file.title %>",
        "<%* await x() -%>",
        "[[Secret note]]",
        "![[Secret note]]",
        "[[a|b]]",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!-- comment -->",
        "%%hidden%%",
        "> [!warning] callout",
        "text ^blockid",
        "#tag",
        "（#tag）",
        "==mark==",
        "$x^2$",
        "$$x$$",
        "[^1]",
        "^[note]",
        "- [ ] task",
        "- [x] approve",
        "[ref]: https://evil.example",
        "<https://evil.example>",
        "https://evil.example",
        "www.evil.example",
        "[a](javascript:alert(1))",
        "```dataview TABLE file.name```",
        "~~~dataviewjs",
        "---",
        "===",
        "key:: value",
        "[key:: value]",
        "{{date}}",
        "{% include x %}",
        "**bold**",
        "~~gone~~",
        "| a | b |",
        "1. one",
        "+ one",
    ];

    /// <returns>What would run or be taken for markup, also by plug-ins that read the bytes and know nothing of backslashes.</returns>
    public static IReadOnlyList<string> FoundIn(string markdown) =>
        [.. Raw().Matches(markdown).Concat(Code().Matches(markdown)).Select(match => match.Value)];

    [GeneratedRegex(
        @"<%|%>|\[\[|\]\]|!\[\[|%%|(?<!\\)<(script|img|!--)|(?<!=)==(?!=)|(?<=\w)::|\{\{|\{%|(?<!\\)\$|(?<![\\*])\*\*bold|(?<=\s)\^blockid|(?<=[\s（])#tag|(?<!\\)\[\^|- \[[ x]\]|(?<!\\)://evil|www\.evil",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Raw();

    [GeneratedRegex(@"(?<![\\`])`+ ?(\$?=|dice:|INPUT|<%)", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
