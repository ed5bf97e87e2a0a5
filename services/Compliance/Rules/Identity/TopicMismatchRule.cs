using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Identity;

/// <summary>Summary and source must speak of the same matter: they share names, or where there are none, numbers.</summary>
internal sealed class TopicMismatchRule : IRule
{
    private const double LeastShare = 0.2;
    private const int FewestNames = 2;
    private const int FewestAnchors = 4;

    public string Id => "identity.title";

    public Severity Severity => Severity.Block;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var anchors = FactExtractor.Read($"{input.Summary.Title}\n{input.Summary.Text}", input.Facts);
        var names = anchors.Where(anchor => anchor.Kind is AnchorKind.Name or AnchorKind.Identifier).ToList();
        var telling = names.Count >= FewestNames ? names : anchors;
        var shared = telling.Count(anchor => anchor.Places is not null);
        if ((names.Count >= FewestNames || anchors.Count >= FewestAnchors) && shared <= LeastShare * telling.Count)
        {
            yield return new Hit(shared, telling.Count) { Evidence = ClaimedAuthors.WhatWasFetched(input.Snapshot) };
        }
    }
}
