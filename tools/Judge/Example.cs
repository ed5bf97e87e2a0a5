using NewsEducator.Contracts;
using NewsEducator.Summarizer.Embeddings;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Judge;

/// <summary>A labelled row as the model sees it.</summary>
/// <param name="Row">With its labels.</param>
/// <param name="Text">Of the row's snapshot.</param>
/// <param name="Vectors">Of the text's parts.</param>
/// <param name="Counted">Of <see cref="TextFeatures"/>.</param>
internal sealed record Example(LabelledRow Row, JudgedText Text, float[][] Vectors, double[] Counted)
{
    /// <summary>Rows in a language that the model does not read are left out.</summary>
    public static IReadOnlyList<Example> Encode(IEnumerable<LabelledRow> rows, SentenceEncoder encoder) =>
        [.. rows.Where(row => ItemJudge.Reads(row.Snapshot)).Select(row => Of(row, encoder))];

    private static Example Of(LabelledRow row, SentenceEncoder encoder)
    {
        var text = JudgedText.Of(row.Snapshot);
        return new Example(row, text, encoder.Encode(text.Parts), TextFeatures.Of(text, row.Snapshot.Kind));
    }
}
