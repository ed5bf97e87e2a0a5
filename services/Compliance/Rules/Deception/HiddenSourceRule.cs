using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Deception;

/// <summary>Points out where a source is not what it looks like.</summary>
internal sealed class HiddenSourceRule : IRule
{
    public string Id => "source.hidden";

    public Severity Severity => Severity.Note;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        if (Invisible.Find(input.Snapshot.Text) is { Length: > 0 } found)
        {
            yield return new Hit(found);
        }
    }
}
