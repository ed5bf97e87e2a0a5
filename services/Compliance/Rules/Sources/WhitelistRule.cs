using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Sources;

/// <summary>Both the address and where the fetch ended must be on the whitelist.</summary>
internal sealed class WhitelistRule : IRule
{
    public string Id => "source.whitelist";

    public Severity Severity => Severity.Block;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        new[] { input.Source.CanonicalUrl, input.Source.FinalUrl }
            .Distinct()
            .Where(address => !Uri.TryCreate(address, UriKind.Absolute, out var url) || !input.Policy.Allows(url))
            .Select(address => new Hit(address));
}
