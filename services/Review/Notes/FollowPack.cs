using NewsEducator.Review.Packs;
using NewsEducator.Review.Packs.Files;

namespace NewsEducator.Review.Notes;

/// <summary>The person changed nothing: the note follows the pack, unless it holds what was refused, which stays theirs to mend.</summary>
internal static class FollowPack
{
    /// <param name="text">The file, in a state that is no person's save; null if there is none.</param>
    /// <returns>Null where the file may stay as it is.</returns>
    public static Wish? Of(Pack pack, Note? note, string? text)
    {
        var document = pack.ToDocument();
        if (text is null)
        {
            // Deleted by a person, it comes back with the pack's next change.
            return note is { Draft: null } && note.PackVersion == pack.Version
                ? null
                : new Wish(PackRenderer.Render(document), note?.Base ?? document, document);
        }

        var isOld = text != note!.Text;
        if ((note.IsRefused && !isOld) || (note.PackVersion == pack.Version && !isOld))
        {
            return null;
        }

        var plain = NoteText.WithoutRemarks(text);
        return PackParser.Parse(plain, out _) is { } written && written.IsSameSelectionAs(document)
            ? new Wish(NoteText.Update(plain, written, document), written, document)
            : new Wish(PackRenderer.Render(document), note.Base, document);
    }
}
