using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules;

/// <summary>Funding news and offers are no cases.</summary>
internal sealed class MarketingRule : IRule
{
    private const int FewestSigns = 2;

    private static readonly Phrases Signs = new(
    [
        .. "ABCDE".SelectMany(letter => new[] { $"series {letter} round", $"series {letter} funding" }),
        "we raised $", "we have raised $", "seed round", "sign up now", "sign up today", "sign up for", "book a demo", "early-bird", "early bird", "limited-time", "limited time",
        "promo code", "% off", "free trial", "join us at", "join our webinar", "industry-leading", "industry leading", "game-changer", "game changer", "game-changing", "game changing",
        "thrilled to announce", "excited to announce", "融资", "限时优惠", "立即注册", "扫码", "优惠券", "重磅发布",
    ]);

    public string Id => "noise.marketing";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var signs = Signs.In(input.Snapshot.Text).Select(found => found.Phrase).Distinct().Take(FewestSigns).ToList();
        if (signs.Count == FewestSigns)
        {
            yield return new Hit(string.Join(", ", signs));
        }
    }
}
