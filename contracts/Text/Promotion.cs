using System.Text.RegularExpressions;

namespace NewsEducator.Contracts;

/// <summary>What sells and tells of no case: funding, offers, events, open positions.</summary>
public static partial class Promotion
{
    private const RegexOptions Patterns = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const int LongestTitle = 300;
    private const int FewestSigns = 2;

    private const string Anywhere =
        @"\b(?:series [a-e]|seed) (?:funding|round)\b|\bfunding round\b|\bpromo code\b|\bearly[- ]bird\b|% off\b|\bjoin (?:us|our) (?:at|webinar)\b|融资|优惠[码券]";

    /// <summary>A title shows it by one phrase.</summary>
    public static bool IsTitle(string title) => InTitle().IsMatch(title.Length > LongestTitle ? title[..LongestTitle] : title);

    /// <summary>A text shows it by two phrases: each alone is also in an honest report.</summary>
    /// <returns>Two phrases in lower case, or none.</returns>
    public static IReadOnlyList<string> SignsIn(string text)
    {
        var signs = InText().Matches(text).Select(match => match.Value.ToLowerInvariant()).Distinct().Take(FewestSigns).ToList();
        return signs.Count == FewestSigns ? signs : [];
    }

    [GeneratedRegex(
        Anywhere
            + @"|\b(raises?|raised|secures?|closes?) (us)?[$€£]\s?\d"
            + @"|\b(webinar|giveaway|sweepstakes|coupon|sponsored|limited[- ]time offer|black friday)\b|\bjoin (us|our) for\b"
            + @"|\b(we['’]re|we are|now) hiring\b|\bstrategic partnership\b|\bacquire[sd]\b|\bacquisition of\b|限时|招聘|赞助商|战略合作",
        Patterns
    )]
    private static partial Regex InTitle();

    [GeneratedRegex(
        Anywhere
            + @"|we (?:have )?raised \$|sign up (?:now|today|for)|book a demo|limited[- ]time|free trial|industry[- ]leading|game[- ]chang(?:er|ing)"
            + @"|(?:thrilled|excited) to announce|限时优惠|立即注册|扫码|重磅发布",
        Patterns
    )]
    private static partial Regex InText();
}
