namespace NewsEducator.Compliance.Grounding;

/// <summary>Whether anything of the source backs a sentence.</summary>
internal enum Support
{
    Supported,
    Unsupported,

    /// <summary>Marked 【推测】, or says 来源未说明.</summary>
    Inference,

    /// <summary>Holds no number, name or identifier to look for.</summary>
    Unanchored,
}
