using System.Text.RegularExpressions;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules;

/// <summary>Releases, changelogs and version bumps are no cases.</summary>
internal sealed partial class ReleaseNoteRule : IRule
{
    public string Id => "noise.release";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var body = input.Snapshot.Sections.FirstOrDefault(section => section.Kind == SectionKind.Body);
        if (Title().IsMatch(input.Snapshot.Title) || (body is not null && Marks().IsMatch(input.Snapshot.Text.AsSpan(body.Start, body.Length))))
        {
            yield return new Hit([]);
        }
    }

    [GeneratedRegex(@"^\W*(?:(?:pre-?)?release:? |announcing |[\w.-]+ )?v?\d+\.\d+(?:\.\d+)*(?:[.-]?(?:rc|beta|alpha|preview)[.\d]*)?(?: (?:release|is out|released|changelog))?\W*$|^(?:build|chore|fix)\(deps|^bump \S+ from|发布 ?v?\d+\.\d+$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"\*\*Full Changelog\*\*|^#+ (?:What's Changed|Changelog|New Contributors)\s*$", RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Marks();
}
