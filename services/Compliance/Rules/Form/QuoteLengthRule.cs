using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Form;

/// <summary>A quote as long as this backs anything, and copies more than a citation may.</summary>
internal sealed class QuoteLengthRule : IRule
{
    private const int Most = 800;

    public string Id => "text.quote-length";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        input.Summary.Claims.Where(claim => claim.Quote is { Length: > Most }).Select(claim => new Hit(claim.Quote!.Length, Most));
}
