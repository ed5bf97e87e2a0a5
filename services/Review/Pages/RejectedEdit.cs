namespace NewsEducator.Review.Pages;

/// <summary>What somebody wrote over a text that had changed meanwhile; shown beside what stands there now.</summary>
public sealed record RejectedEdit(string Title, string Summary, string? OneLiner, string? Analogy, string? Terms);
