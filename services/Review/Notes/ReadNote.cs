using Microsoft.Extensions.Options;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Packs.Files;
using NewsEducator.Review.Packs.Releases;
using NewsEducator.Review.Texts;

namespace NewsEducator.Review.Notes;

/// <summary>The person saved something: taken over, or remarked upon.</summary>
internal sealed class ReadNote(ReviewDb db, ReleasePack release, IOptions<NotesOptions> options, TimeProvider time)
{
    private Actor Reviewer => Actor.OfVault(options.Value);

    public static string Words(string key, params object[] arguments) =>
        $"{Text.Get(key, Text.Chinese, arguments)} / {Text.Get(key, Text.English, arguments)}";

    /// <returns>Null where it is too early to say.</returns>
    public Wish? Of(Pack pack, Note? note, string text, NoteFile file)
    {
        var plain = NoteText.WithoutRemarks(text);
        var document = pack.ToDocument();
        var before = note is not null && note.Base.IsSameSelectionAs(document) ? note.Base : document;
        var read = PackParser.Parse(plain, out var errors)?.AsKnown(document);
        if (read is not null)
        {
            errors = PutPackFile.Check(pack, read, Reviewer);
        }

        if (read is null || errors.Count > 0)
        {
            var isYoung = file.Stamp is { } stamp && time.GetUtcNow() - stamp.WrittenAt < options.Value.Patience;
            return isYoung ? null : Remarked(plain, before, errors.Select(error => (error.Line, Words(error.Code, error.Arguments))));
        }

        var merge = NoteMerge.Of(before, read, document, ReferenceEquals(before, note?.Base) ? Past(note) : null);
        if (merge.Conflicts.Count > 0)
        {
            return Remarked(
                plain,
                document,
                merge.Conflicts.Select(ours => (LineOf(read, ours), Words("notes.conflict", ChoiceOf(ours), ours.Title)))
            );
        }

        return pack.IsReleased && merge.Changed.Count > 0
            ? Remarked(plain, document, [(0, Words("decide.released", pack.Date.ToString("O")))])
            : Applied(pack, plain, read, merge);
    }

    /// <returns>Why it could not be released, for the note; null once it is.</returns>
    public async Task<string?> ReleaseAsync(DateOnly date, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var problem = await release.ReleaseAsync(date, Reviewer, isConfirmed: false, cancellationToken);
        db.ChangeTracker.Clear();
        return problem is null ? null : $"{problem.ProblemDetails.Detail} / {problem.ProblemDetails.Extensions["detailEn"]}";
    }

    /// <summary>What an editor that has not seen the latest state may bring back: the state before, or the one that is still to be
    /// written.</summary>
    private static PackDocument? Past(Note note) =>
        note.DraftBase is { } draft && draft.IsSameSelectionAs(note.Base) ? draft : note.Earlier;

    private Wish Applied(Pack pack, string plain, PackDocument read, NoteMerge merge)
    {
        // What an old copy of the note would take back is not among the changes, and is written into the note again.
        foreach (var entry in merge.Changed)
        {
            PutPackFile.Apply(
                db,
                pack,
                pack.Candidates.Single(candidate => candidate.Number == entry.Number),
                entry,
                Reviewer,
                time.GetUtcNow()
            );
        }

        ReviewMetrics.NoteRead("applied");
        var now = pack.ToDocument();
        return new Wish(NoteText.Update(plain, read, now), read, now)
        {
            Releases = options.Value.ReleaseWhenReviewed && read.Status == PackDocument.Reviewed && !pack.IsReleased,
        };
    }

    private static Wish Remarked(string plain, PackDocument document, IEnumerable<(int Line, string Message)> remarks)
    {
        ReviewMetrics.NoteRead("refused");
        return new Wish(NoteText.WithRemarks(plain, remarks), document, document) { IsRefused = true };
    }

    private static int LineOf(PackDocument read, PackEntry entry) => read.Items.Single(each => each.Number == entry.Number).Line;

    private static string ChoiceOf(PackEntry entry) => entry.Choice is { } choice ? PackFormat.NameOf(choice) : "—";
}
