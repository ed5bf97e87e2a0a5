using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Sources;

/// <summary>Releases, changelogs and version bumps are no cases.</summary>
internal sealed class ReleaseNoteRule : IRule
{
    public string Id => "noise.release";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var body = input.Snapshot.Sections.FirstOrDefault(section => section.Kind == SectionKind.Body);
        if (
            ReleaseNotes.KindOf(input.Snapshot.Title) is not null
            || (body is not null && ReleaseNotes.AreIn(input.Snapshot.Text.AsSpan(body.Start, body.Length)))
        )
        {
            yield return new Hit([]);
        }
    }
}
