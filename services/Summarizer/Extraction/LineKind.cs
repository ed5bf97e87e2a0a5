namespace NewsEducator.Summarizer.Extraction;

/// <summary>What a line of Markdown is, as far as prose goes.</summary>
internal enum LineKind
{
    Blank,
    Prose,
    ListItem,
    Fence,

    /// <summary>Headings, tables, quotes, tick boxes, HTML and rules: shown to readers, but no sentence of the author's.</summary>
    Boilerplate,
}
