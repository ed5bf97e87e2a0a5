using System.Text;

namespace NewsEducator.Publisher.Notes;

/// <summary>Names as tags of a notes program, which takes letters, digits, <c>_</c>, <c>-</c> and <c>/</c>, and no number by
/// itself.</summary>
internal static class NoteTag
{
    /// <returns>Null where nothing is left of the name.</returns>
    public static string? Of(string name)
    {
        var tag = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '_')
            {
                tag.Append(rune.ToString());
            }
            else if (tag.Length > 0 && tag[^1] != '-')
            {
                tag.Append('-');
            }
        }

        var text = tag.ToString().TrimEnd('-');
        return text.Length == 0 ? null
            : text.All(char.IsDigit) ? $"_{text}"
            : text;
    }
}
