using NewsEducator.Compliance.Grounding;

namespace NewsEducator.Compliance.Rules;

/// <summary>Every rule there is. A new rule is a class, a line here, and its message in texts.json.</summary>
internal static class RuleCatalogue
{
    public static readonly IReadOnlyList<IRule> All =
    [
        new WhitelistRule(),
        new RedirectRule(),
        new ListPageRule(),
        new ChannelRule(),
        new AuthorRule(),
        new SameMatterRule(),
        new EmptySourceRule(),
        new ReleaseNoteRule(),
        new MarketingRule(),
        new EmptyTextRule(),
        new OneLinerLengthRule(),
        new LearningFormRule(),
        new InferenceRule(),
        new QuoteLengthRule(),
        new LanguageRule(),
        new LinkRule(),
        new HiddenTextRule(),
        new HiddenSourceRule(),
        new InjectionRule(),
        new SecretInSummaryRule(),
        new SecretInSourceRule(),
        new PersonalDataRule(),
        new QuoteRule(),
        new AnchorRule("grounding.number", AnchorKind.Number),
        new AnchorRule("grounding.version", AnchorKind.Version),
        new AnchorRule("grounding.identifier", AnchorKind.Identifier),
        new AnchorRule("grounding.name", AnchorKind.Name),
        new ElsewhereRule(),
        new ExchangeRule(),
        new NegationRule(),
        new DirectionRule(),
        new OverstatedRule(),
        new StatusRule(),
        new RolesRule(),
        new QuotationRule(),
        new SuperlativeRule(),
        new HeadlineRule(),
        new OverlapRule(),
        new ConflictRule(),
        new UnanchoredRule(),
        new OpinionRule(),
    ];
}
