using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Sources;

/// <summary>The fetch must end at the item that was asked for.</summary>
internal sealed class RedirectRule : IRule
{
    public string Id => "source.redirect";

    public Severity Severity => Severity.Block;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        if (ItemKey.Of(input.Source.CanonicalUrl) != ItemKey.Of(input.Source.FinalUrl))
        {
            yield return new Hit(input.Source.CanonicalUrl, input.Source.FinalUrl);
        }
    }
}
