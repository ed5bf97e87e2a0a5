using System.Text.RegularExpressions;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules;

/// <summary>Funding news and offers are no cases.</summary>
internal sealed partial class MarketingRule : IRule
{
    private const int FewestSigns = 2;

    public string Id => "noise.marketing";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var signs = Signs().Matches(input.Snapshot.Text).Select(match => match.Value.ToLowerInvariant()).Distinct().Take(FewestSigns).ToList();
        if (signs.Count == FewestSigns)
        {
            yield return new Hit(string.Join(", ", signs));
        }
    }

    [GeneratedRegex(
        @"series [A-E] (?:round|funding)|we (?:have )?raised \$|seed round|sign up (?:now|today|for)|book a demo|early[- ]bird|limited[- ]time|promo code|% off|free trial|join (?:us at|our webinar)|"
        + @"industry[- ]leading|game[- ]chang(?:er|ing)|thrilled to announce|excited to announce|融资|限时优惠|立即注册|扫码|优惠券|重磅发布",
        RegexOptions.IgnoreCase)]
    private static partial Regex Signs();
}
