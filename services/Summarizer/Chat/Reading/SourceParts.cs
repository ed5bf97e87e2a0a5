using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Chat.Reading;

/// <summary>A long snapshot in parts that a model can be shown: title and body first, then the answer, then the comments that most people
/// liked.</summary>
internal static class SourceParts
{
    /// <param name="maxLength">Of a part, in characters.</param>
    public static IEnumerable<string> Of(Snapshot snapshot, int maxLength)
    {
        var part = "";
        foreach (var piece in InOrder(snapshot).SelectMany(section => Pieces(snapshot.Text, section, maxLength)))
        {
            if (part.Length > 0 && part.Length + piece.Length + 2 > maxLength)
            {
                yield return part;
                part = "";
            }

            part = part.Length == 0 ? piece : $"{part}\n\n{piece}";
        }

        if (part.Length > 0)
        {
            yield return part;
        }
    }

    private static IEnumerable<SnapshotSection> InOrder(Snapshot snapshot) =>
        snapshot
            .Sections.OrderBy(section => section.Kind is SectionKind.Comment)
            .ThenByDescending(section => section.IsAnswer)
            .ThenByDescending(section => section.Kind is SectionKind.Comment ? section.Reactions : 0);

    // Where it can, a piece ends with a line or at least a word.
    private static IEnumerable<string> Pieces(string text, SnapshotSection section, int maxLength)
    {
        var end = section.Start + section.Length;
        for (var at = section.Start; at < end; )
        {
            var stop = Math.Min(end, at + maxLength);
            var line = stop < end ? text.LastIndexOf('\n', stop - 1, (stop - at) / 2) : -1;
            var blank = stop < end && line < 0 ? text.LastIndexOf(' ', stop - 1, (stop - at) / 2) : line;
            stop = blank > at ? blank + 1 : stop;
            yield return text[at..stop];
            at = stop;
        }
    }
}
