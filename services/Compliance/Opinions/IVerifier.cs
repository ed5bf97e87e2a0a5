using NewsEducator.Compliance.Screenings;

namespace NewsEducator.Compliance.Opinions;

/// <summary>Judges each sentence of a summary against its source: entailed, with the words it rests on, or doubted, with a
/// reason.</summary>
internal interface IVerifier
{
    /// <returns>Null if nobody was asked, or there was no answer: then no sentence changes its state.</returns>
    Task<Opinion?> AskAsync(ScreeningInput input, CancellationToken cancellationToken);
}
