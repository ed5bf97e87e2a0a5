using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Engines;

/// <summary>A written summary and how it came about.</summary>
/// <param name="Content">The words.</param>
/// <param name="Engine"><c>extractive</c>, <c>extractive:unavailable</c> or <c>extractive:ceiling</c> where it replaces a model,
/// <c>chat:{model}</c> or <c>submitted</c>.</param>
/// <param name="Run">What it took.</param>
internal sealed record Draft(SummaryContent Content, string Engine, EngineRun Run);

/// <summary>What writing a summary took; the extractive engine leaves all of it at zero.</summary>
internal sealed record EngineRun
{
    /// <summary>Answers asked of the model.</summary>
    public int Attempts { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    /// <summary>By the configured prices.</summary>
    public decimal Cost { get; init; }

    /// <summary>The model wrote it before, for the same snapshot and prompt.</summary>
    public bool IsRecalled { get; init; }

    /// <summary>Claims handed on without a quote.</summary>
    public int Unproven { get; init; }

    /// <summary>Name of the prompt, with its version.</summary>
    public string? Prompt { get; init; }

    /// <summary>Why the extractive engine stood in for the model.</summary>
    public string? FellBackBecause { get; init; }
}
