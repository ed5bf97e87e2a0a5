using NewsEducator.Compliance.Screenings;

namespace NewsEducator.Compliance.Opinions;

/// <summary>Judges each sentence of a summary against its source: entailed, with the words it rests on, or doubted, with a reason.</summary>
internal interface IVerifier
{
    /// <returns>Null where nobody was asked, or nothing came of it: then no sentence changes its state.</returns>
    Task<Opinion?> AskAsync(ScreeningInput input, CancellationToken cancellationToken);
}
