namespace NewsEducator.Review.Candidates.Listing;

/// <summary>Columns that the database computes from a candidate's documents, for the list's filters.</summary>
internal static class ListColumns
{
    public const string Type = "Type";
    public const string Concept = "Concept";
    public const string Kind = "Kind";
    public const string Verdict = "VerdictName";
    public const string SearchText = "SearchText";
}
