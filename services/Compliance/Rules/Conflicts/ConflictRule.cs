using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Conflicts;

/// <summary>Sources of one event that say different things: a person must look at both.</summary>
internal sealed class ConflictRule : IRule
{
    private const int Shown = 200;

    public string Id => "source.conflict";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        if (input.Related.Count == 0)
        {
            return [];
        }

        var mine = Statements.Of(input.Snapshot);
        return input
            .Related.Where(related => related.ItemId != input.Snapshot.ItemId)
            .SelectMany(related => Conflict.Between(mine, input.Facts, related).DistinctBy(conflict => conflict.One))
            .Select(ToHit);
    }

    private static Hit ToHit(Conflict conflict) =>
        new(conflict.Mine, conflict.Theirs)
        {
            Evidence = $"{Quoted(conflict.One)} ↔ {Quoted(conflict.Other)}",
            Spans = [SpanOf(conflict.One), SpanOf(conflict.Other)],
        };

    private static string Quoted(Statement statement) => $"“{PlainText.Line(statement.Text, Shown)}” ({statement.Source.FinalUrl})";

    private static SourceSpan SpanOf(Statement statement) =>
        new()
        {
            ItemId = statement.Source.ItemId,
            SnapshotId = statement.Source.Id,
            Start = statement.Start,
            Text = statement.Text,
        };
}
