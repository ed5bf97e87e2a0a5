using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Chat;

/// <summary>As much of a snapshot as a model is shown: title and body first, then the answer, then the comments that most people liked.</summary>
internal static class SourceExcerpt
{
    public static string Of(Snapshot snapshot, int maxLength)
    {
        var room = maxLength;
        var shown = new List<(int Start, string Text)>();
        foreach (var section in snapshot.Sections
            .OrderBy(section => section.Kind is SectionKind.Comment)
            .ThenByDescending(section => section.IsAnswer)
            .ThenByDescending(section => section.Kind is SectionKind.Comment ? section.Reactions : 0))
        {
            var length = Math.Min(section.Length, room);
            room -= length;
            shown.Add((section.Start, snapshot.Text.Substring(section.Start, length)));
        }

        return string.Join("\n\n", shown.Where(part => part.Text.Length > 0).OrderBy(part => part.Start).Select(part => part.Text));
    }
}
