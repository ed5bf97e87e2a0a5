using NewsEducator.Compliance.Grounding.Alignment;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Rules.Claims;
using NewsEducator.Compliance.Rules.Conflicts;
using NewsEducator.Compliance.Rules.Deception;
using NewsEducator.Compliance.Rules.Form;
using NewsEducator.Compliance.Rules.Identity;
using NewsEducator.Compliance.Rules.Leaks;
using NewsEducator.Compliance.Rules.Sources;

namespace NewsEducator.Compliance.Rules;

/// <summary>Every rule there is. A new rule is a class, a line here, and its message in texts.json.</summary>
internal static class RuleCatalogue
{
    public static readonly IReadOnlyList<IRule> All =
    [
        new WhitelistRule(),
        new RedirectRule(),
        new ListPageRule(),
        new VideoChannelMismatchRule(),
        new AuthorRule(),
        new TopicMismatchRule(),
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
        new VerbatimQuoteRule(),
        new FactInSourceRule("grounding.number", AnchorKind.Number),
        new FactInSourceRule("grounding.version", AnchorKind.Version),
        new FactInSourceRule("grounding.identifier", AnchorKind.Identifier),
        new FactInSourceRule("grounding.name", AnchorKind.Name),
        new ElsewhereRule(),
        new WordSubstitutionRule(),
        new NegationRule(),
        new DirectionRule(),
        new OverstatedRule(),
        new StatusRule(),
        new RolesRule(),
        new DoubtRule("grounding.cause"),
        new DoubtRule("grounding.condition"),
        new DoubtRule("grounding.denial"),
        new DoubtRule(Doubt.Unlikely),
        new QuotationMarksRule(),
        new SuperlativeRule(),
        new HeadlineRule(),
        new OverlapRule(),
        new ConflictRule(),
        new UnanchoredRule(),
        new OpinionRule(),
    ];
}
