using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Sources;

/// <summary>A source is one item and neither a list nor a front page.</summary>
internal sealed class ListPageRule : IRule
{
    public string Id => "source.list-page";

    public Severity Severity => Severity.Block;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        if (ItemKey.Of(input.Source.CanonicalUrl) is null)
        {
            yield return new Hit(input.Source.CanonicalUrl);
        }
    }
}
