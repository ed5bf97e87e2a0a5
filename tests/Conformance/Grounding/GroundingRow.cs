namespace NewsEducator.Conformance.Grounding;

/// <summary>A row of <c>items.jsonl</c>.</summary>
internal sealed record GroundingRow(string Id, string Dataset, string SourceId, string Summary, string Label)
{
    public bool IsConsistent => Label == "consistent";
}

/// <summary>A row of <c>sources.jsonl</c>.</summary>
internal sealed record GroundingSource(string SourceId, string Text);
