using System.Text.RegularExpressions;

namespace NewsEducator.Contracts;

/// <summary>What tells of a version and of no case: releases, version bumps, changelogs, lists of what is new.</summary>
public static partial class ReleaseNotes
{
    private const RegexOptions Patterns = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Nobody writes a longer title in earnest, and a pattern may go back and forth in it.
    private const int LongestTitle = 300;

    /// <returns>Null where the title is not one of a release note.</returns>
    public static ReleaseNoteKind? KindOf(string title)
    {
        title = title.Length > LongestTitle ? title[..LongestTitle] : title;
        return VersionBump().IsMatch(title) ? ReleaseNoteKind.VersionBump
            : Release().IsMatch(title) ? ReleaseNoteKind.Release
            : WhatIsNew().IsMatch(title) ? ReleaseNoteKind.WhatIsNew
            : null;
    }

    /// <summary>Whether a text has the headings that tools put into release notes.</summary>
    public static bool AreIn(ReadOnlySpan<char> text) => GeneratedHeading().IsMatch(text);

    /// <summary>"v2.4.0", "Release 2.4", "Acme 2.4.0", "Acme 2.4.0 is out", "Announcing Acme 3".</summary>
    [GeneratedRegex(
        @"^\W*((version|ver|(pre-?)?release|released|announcing( \w+)?)\W+)*([\w.-]+ )?v?\d+(\.\d+)+([-.+]?(rc|beta|alpha|preview|pre|stable)?[\d.]*)?( (release|released|changelog|is out|available|is available))?\W*$"
            + @"|^\W*(\[?release\]?|releasing|release candidate)\b[^a-z]*v?\d"
            + @"|\bv?\d+(\.\d+)+(-\w+)? (is |has been )?(out now|now out|is out|released|now available|is available)\b"
            + @"|^announcing .*\bv?\d+(\.\d+)*\b"
            + @"|\b(release notes?|changelog|change log|release (checklist|tracker|plan))\b"
            + @"|(发布说明|更新日志|版本发布|正式发布|新版本发布)|发布 ?v?\d+\.\d+$",
        Patterns
    )]
    private static partial Regex Release();

    /// <summary>"Bump x from 1.0 to 1.1", "chore(deps): update y to v2", "Update dependency z".</summary>
    [GeneratedRegex(
        @"^\W*(\w+(\([^)]*\))?!?: )?(bump|upgrade|update) (the )?\S+( \S+){0,3} (from \S+ )?to v?\d[\w.+-]*( in \S+)?\W*$"
            + @"|^\W*(chore|build|fix)\((deps|dependencies)\b"
            + @"|^\W*(bump|update) (dependency|dependencies|deps|lock ?file)\b"
            + @"|^\W*bump (the )?\S+ (group\b|from )"
            + @"|\bdependency dashboard\b",
        Patterns
    )]
    private static partial Regex VersionBump();

    [GeneratedRegex(
        @"\bwhat(['’]?s| is) new\b|\bnew (features )?in v?\d|\b(weekly|monthly) (update|roundup|digest|newsletter)\b|\b(this|these|last) (past )?(week|month|fortnight)s? in\b|新特性一览|新功能汇总|有哪些新",
        Patterns
    )]
    private static partial Regex WhatIsNew();

    [GeneratedRegex(
        @"\*\*Full Changelog\*\*|^#{1,6} (?:What's Changed|Changelog|New Contributors)[ \t\r]{0,20}$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase
    )]
    private static partial Regex GeneratedHeading();
}

/// <summary>What a release note tells of.</summary>
public enum ReleaseNoteKind
{
    /// <summary>A dependency was updated.</summary>
    VersionBump,

    /// <summary>A version came out, or its changelog.</summary>
    Release,

    /// <summary>A list of what is new.</summary>
    WhatIsNew,
}
