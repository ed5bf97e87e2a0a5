namespace NewsEducator.Compliance.Opinions;

/// <summary>How a verifier is talked to.</summary>
internal enum VerifierKind
{
    /// <summary>Any chat model: asked once of the whole summary, answers with JSON.</summary>
    Chat,

    /// <summary>A small entailment model behind the same protocol: given a document and a claim it answers yes or no, as MiniCheck
    /// does.</summary>
    Entailment,

    /// <summary>Nobody is asked.</summary>
    None,
}
