using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Sources;

/// <summary>A source with a title and nothing else cannot back anything.</summary>
internal sealed class EmptySourceRule : IRule
{
    private const int FewestCharacters = 60;

    public string Id => "noise.empty";

    public Severity Severity => Severity.Block;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var characters = input.Snapshot.Sections.Where(section => section.Kind != SectionKind.Title).Sum(section => section.Length);
        if (characters < FewestCharacters)
        {
            yield return new Hit([]);
        }
    }
}
