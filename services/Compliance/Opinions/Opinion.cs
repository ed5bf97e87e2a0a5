namespace NewsEducator.Compliance.Opinions;

/// <summary>What a model said of a summary. It is kept with what was screened, so that every later run of the rules finds the same.</summary>
/// <param name="Prompt">Name of the prompt, with its version.</param>
internal sealed record Opinion(string Model, string Prompt, IReadOnlyList<Doubt> Doubts);

/// <summary>A sentence that the model does not find in the source.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Reason">The model's, as one line of plain text.</param>
internal sealed record Doubt(int Sentence, string Reason);
