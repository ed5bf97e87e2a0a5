using System.Text.RegularExpressions;
using NewsEducator.Compliance.Grounding.Names;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Identity;

/// <summary>Whom a summary names as having published or said something, compared with the fetched source.</summary>
internal static partial class ClaimedAuthors
{
    /// <returns>Claimed channels that the source knows nothing of.</returns>
    public static IEnumerable<string> UnknownChannels(ScreeningInput input) => Unknown(input, Channel());

    /// <returns>Claimed teams and authors that the source knows nothing of.</returns>
    public static IEnumerable<string> UnknownAuthors(ScreeningInput input) => Unknown(input, Author());

    public static string WhatWasFetched(Snapshot snapshot) =>
        $"取到的是：{PlainText.Line(snapshot.Title, 200)} — {(snapshot.Kind == SourceKind.YouTubeVideo ? "频道" : "作者")} {PlainText.Line(snapshot.Author ?? "来源未说明", 100)}";

    private static IEnumerable<string> Unknown(ScreeningInput input, Regex pattern) =>
        pattern
            .Matches($"{input.Summary.Title}\n{input.Summary.Text}")
            .Select(match => match.Groups["name"].Value.Trim())
            .Where(name => !IsKnown(name, input))
            .Distinct();

    private static bool IsKnown(string name, ScreeningInput input) =>
        Script.IsMostlyChinese(name)
            ? $"{input.Snapshot.Author}\n{input.Snapshot.Text}".Contains(name, StringComparison.OrdinalIgnoreCase)
            : name.Split(' ').All(word => NameForms.SaysNothing(word) || input.Facts.FindName(word) is not null);

    [GeneratedRegex(
        "(?<![A-Za-z0-9.&'-])(?<name>[A-Za-z][A-Za-z0-9.&'-]{1,40}(?: [A-Z0-9][A-Za-z0-9.&'-]{0,40}){0,3}) ?(?:的 ?)?(?:YouTube ?)?(?:频道|主播|up ?主)|[「《“](?<name>[^「」《》“”]{2,20})[」》”] ?(?:频道|主播)|(?<name>[A-Z][A-Za-z0-9.&'-]{1,40}) channel"
    )]
    private static partial Regex Channel();

    [GeneratedRegex(
        "(?<![A-Za-z0-9.&'-])(?<name>[A-Za-z][A-Za-z0-9.&'-]{1,40}(?: [A-Z0-9][A-Za-z0-9.&'-]{0,40}){0,3}) ?(?:的 ?)?(?:官方|团队|公司|作者|工程师|维护者|社区)"
    )]
    private static partial Regex Author();
}
