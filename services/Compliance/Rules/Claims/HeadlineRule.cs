using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Claims;

/// <summary>Title and one-liner promise nothing that the source does not have.</summary>
internal sealed class HeadlineRule : IRule
{
    public string Id => "grounding.headline";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var missing = FactExtractor
            .Read($"{input.Summary.Title}\n{input.Summary.OneLiner}", input.Facts)
            .Where(anchor => anchor.Places is null)
            .Select(anchor => anchor.Text)
            .ToList();
        if (missing.Count > 0)
        {
            yield return new Hit(string.Join("、", missing));
        }
    }
}
