using NewsEducator.Compliance.Grounding;

namespace NewsEducator.Compliance.Opinions;

/// <summary>What a model said of a summary. It is kept with what was screened, so that every later run of the rules finds the
/// same.</summary>
/// <param name="Prompt">Name of the prompt, with its version.</param>
internal sealed record Opinion(string Model, string Prompt, IReadOnlyList<Doubt> Doubts)
{
    /// <summary>Sentences that the model finds in the source, with the words that it rests on.</summary>
    public IReadOnlyList<Backing> Backed { get; init; } = [];
}

/// <summary>A sentence that the model finds in the source.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Evidence">The source's words as the model wrote them; counts only where the source has them.</param>
internal sealed record Backing(int Sentence, string Evidence);

/// <summary>A sentence that the model does not find in the source.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Reason">The model's, as one line of plain text.</param>
internal sealed record Doubt(int Sentence, string Reason);
