using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Grounding.Figures;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Conflicts;

/// <summary>Two statements that cannot both be right.</summary>
/// <param name="One">What this item's source says.</param>
/// <param name="Other">What another source of the event says.</param>
/// <param name="Mine">The words that differ.</param>
/// <param name="Theirs">See <paramref name="Mine"/>.</param>
internal sealed record Conflict(Statement One, Statement Other, string Mine, string Theirs)
{
    private const int Shown = 120;

    public static IEnumerable<Conflict> Between(IReadOnlyList<Statement> mine, SourceFacts facts, Snapshot related)
    {
        var theirs = Statements.Of(related);
        var their = new Lazy<SourceFacts>(() => new SourceFacts(related));
        return OfVersions(mine, theirs, facts, their)
            .Concat(
                from one in mine
                from other in theirs
                let conflict = OfAmounts(one, other, facts, their) ?? OfPolarity(one, other)
                where conflict is not null
                select conflict
            );
    }

    private static IEnumerable<Conflict> OfVersions(
        IReadOnlyList<Statement> mine,
        IReadOnlyList<Statement> theirs,
        SourceFacts facts,
        Lazy<SourceFacts> their
    ) =>
        from claim in mine.SelectMany(VersionClaim.Of)
        from other in theirs.SelectMany(VersionClaim.Of)
        let pair = claim.Against(other, facts, their.Value)
        where pair is not null
        select new Conflict(claim.Statement, other.Statement, pair.Value.One, pair.Value.Other);

    /// <summary>A source that has the other's amount as well, wherever, tells of both and contradicts neither.</summary>
    private static Conflict? OfAmounts(Statement one, Statement other, SourceFacts facts, Lazy<SourceFacts> their) =>
        one.Whole.Amounts.Count > 0
        && other.Whole.Amounts.Count > 0
        && Comparison.OfAmounts(one, other) is var (mine, theirs)
        && !Has(their.Value, mine)
        && !Has(facts, theirs)
            ? new Conflict(one, other, mine.Text, theirs.Text)
            : null;

    private static Conflict? OfPolarity(Statement one, Statement other) =>
        Comparison.IsReversed(one, other)
            ? new Conflict(one, other, PlainText.Line(one.Text, Shown), PlainText.Line(other.Text, Shown))
            : null;

    private static bool Has(SourceFacts facts, Amount amount) =>
        facts.FindAmount([amount.IsCount ? Quantity.Of(amount.Value, NumberReading.Bare) : Quantity.Of(amount.Value, amount.Of)])
            is not null;
}
