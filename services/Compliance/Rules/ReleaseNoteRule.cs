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

    [GeneratedRegex(@"^\W{0,10}(?:(?:pre-?)?release:? |announcing |[\w.-]{1,80} )?v?\d{1,9}\.\d{1,9}(?:\.\d{1,9}){0,4}(?:[.-]?(?:rc|beta|alpha|preview)[.\d]{0,12})?(?: (?:release|is out|released|changelog))?\W{0,10}$|^(?:build|chore|fix)\(deps|^bump \S{1,200} from|发布 ?v?\d{1,9}\.\d{1,9}$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"\*\*Full Changelog\*\*|^#{1,6} (?:What's Changed|Changelog|New Contributors)[ \t\r]{0,20}$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Marks();
}
