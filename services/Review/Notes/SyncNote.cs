using Microsoft.Extensions.Options;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Texts;

namespace NewsEducator.Review.Notes;

/// <summary>
/// Brings one pack and its note into step, in both directions. What a person saved is taken over whole or not at all; what both sides changed
/// differently is not, and the note says so where they will see it. The person's words are never rewritten.
/// </summary>
internal sealed class SyncNote(ReviewDb db, IOptions<NotesOptions> options, TimeProvider time, ILogger<SyncNote> logger)
{
    private const string Way = "notes";

    private Actor Reviewer => new(options.Value.Reviewer, Way);

    public async Task RunAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var file = new NoteFile(options.Value.PathOf(date));
        if (file.Stamp is { } stamp && IsYoung(stamp.WrittenAt, options.Value.Settle))
        {
            return;
        }

        var text = await file.ReadAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var pack = (await db.LockPackAsync(date, cancellationToken))!;
        var note = await db.Notes.FindAsync([date], cancellationToken);
        var wish = text is null || text == note?.Text ? Ours(pack, note, text, file) : Theirs(pack, note, text, file);
        if (wish is null)
        {
            return;
        }

        Remember(note, pack, wish);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        // A crash between the two leaves a note that differs from what is remembered, and is then compared again.
        if (wish.Text != text && !await file.ReplaceAsync(text, wish.Text, cancellationToken))
        {
            logger.LogInformation("{File} changed while it was read; it is read again.", file.Path);
        }

        if (wish.Releases)
        {
            await ReleaseAsync(date, cancellationToken);
        }
    }

    /// <summary>The person changed nothing: the note follows the pack, unless it holds what was refused, which stays theirs to mend.</summary>
    private static Wish? Ours(Pack pack, Note? note, string? text, NoteFile file)
    {
        var document = pack.ToDocument();
        if (text is null)
        {
            return note?.PackVersion == pack.Version ? null : new Wish(PackRenderer.Render(document), document);
        }

        if (note!.IsRefused || note.PackVersion == pack.Version)
        {
            return note.IsRefused ? null : WithCopies(new Wish(text, note.Base) { Earlier = note.Earlier }, file, text);
        }

        var plain = NoteText.WithoutRemarks(text);
        var written = PackParser.Parse(plain, out _);
        var followed = written is not null && IsSameSelection(written, document) ? NoteText.Update(plain, written, document) : PackRenderer.Render(document);
        var earlier = IsSameSelection(note.Base, document) ? note.Earlier ?? note.Base : null;
        return WithCopies(new Wish(followed, document) { Earlier = earlier }, file, text);
    }

    /// <summary>The person saved something: taken over, or remarked upon.</summary>
    private Wish? Theirs(Pack pack, Note? note, string text, NoteFile file)
    {
        var plain = NoteText.WithoutRemarks(text);
        var document = pack.ToDocument();
        var before = note is not null && IsSameSelection(note.Base, document) ? note.Base : document;
        var read = PackParser.Parse(plain, out var errors);
        if (read is not null)
        {
            errors = PutPackFile.Check(pack, read);
        }

        if (read is null || errors.Count > 0)
        {
            return IsYoung(file.Stamp?.WrittenAt, options.Value.Patience) ? null : Remarked(plain, before, errors.Select(error => (error.Line, Words(error.Code, error.Arguments))));
        }

        var merge = NoteMerge.Of(before, read, document, ReferenceEquals(before, note?.Base) ? note.Earlier : null);
        if (merge.Conflicts.Count > 0)
        {
            return Remarked(plain, document, merge.Conflicts.Select(ours => (LineOf(read, ours), Words("notes.conflict", ChoiceOf(ours), ours.Title))));
        }

        if (pack.IsReleased && merge.Changed.Count > 0)
        {
            return Remarked(plain, document, [(0, Words("decide.released", pack.Date.ToString("O")))]);
        }

        // What an old copy of the note would take back is not among the changes, and stands in the note again.
        foreach (var entry in merge.Changed)
        {
            Apply(pack, pack.Candidates.Single(candidate => candidate.Number == entry.Number), entry);
        }

        ReviewMetrics.NoteRead("applied");
        var now = pack.ToDocument();
        return WithCopies(new Wish(NoteText.Update(plain, read, now), now), file, text) with
        {
            Releases = options.Value.ReleaseWhenReviewed && read.Status == PackDocument.Reviewed && !pack.IsReleased,
        };
    }

    private void Apply(Pack pack, Candidate candidate, PackEntry entry)
    {
        if (candidate.Content.Title != entry.Title || candidate.Content.Text != entry.Summary)
        {
            db.Edit(pack, candidate, entry.Title, entry.Summary, Reviewer, time.GetUtcNow());
        }

        if (candidate.Choice != entry.Choice)
        {
            db.Decide(pack, candidate, entry.Choice, null, Reviewer, time.GetUtcNow());
        }
    }

    private async Task ReleaseAsync(DateOnly date, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await ReleasePack.ReleaseAsync(db, date, Reviewer, time, cancellationToken) is not { } problem)
        {
            return;
        }

        var file = new NoteFile(options.Value.PathOf(date));
        db.ChangeTracker.Clear();
        if (await file.ReadAsync(cancellationToken) is { } text && await db.Notes.FindAsync([date], cancellationToken) is { } note && note.Text == text)
        {
            var both = $"{problem.ProblemDetails.Detail} / {problem.ProblemDetails.Extensions["detailEn"]}";
            note.Text = NoteText.WithRemarks(NoteText.WithoutRemarks(text), [(0, both)]);
            await db.SaveChangesAsync(cancellationToken);
            await file.ReplaceAsync(text, note.Text, cancellationToken);
        }
    }

    private static Wish Remarked(string plain, PackDocument document, IEnumerable<(int Line, string Message)> remarks)
    {
        ReviewMetrics.NoteRead("refused");
        return new Wish(NoteText.WithRemarks(plain, remarks), document) { IsRefused = true };
    }

    /// <summary>Copies that a sync tool left beside the note are not read; the note says that they are there.</summary>
    private static Wish WithCopies(Wish wish, NoteFile file, string? text)
    {
        var copies = file.ConflictCopies();
        var message = copies.Count == 0 ? null : Words("notes.copies", string.Join(", ", copies));
        return message is null || text?.Contains(message, StringComparison.Ordinal) == true
            ? wish
            : wish with { Text = NoteText.WithRemarks(wish.Text, [(0, message)]) };
    }

    private void Remember(Note? note, Pack pack, Wish wish)
    {
        if (note is null)
        {
            note = new Note { Date = pack.Date, Text = "", Base = wish.Base, PackVersion = 0 };
            db.Notes.Add(note);
        }

        (note.Text, note.Base, note.Earlier, note.PackVersion, note.IsRefused) = (wish.Text, wish.Base, wish.Earlier, pack.Version, wish.IsRefused);
    }

    private bool IsYoung(DateTime? writtenAt, TimeSpan age) => writtenAt is { } moment && time.GetUtcNow() - moment < age;

    private static bool IsSameSelection(PackDocument one, PackDocument other) => one.Items.Select(entry => entry.Url).SequenceEqual(other.Items.Select(entry => entry.Url));

    private static int LineOf(PackDocument read, PackEntry entry) => read.Items.Single(each => each.Number == entry.Number).Line;

    private static string ChoiceOf(PackEntry entry) => entry.Choice is { } choice ? PackFormat.NameOf(choice) : "—";

    private static string Words(string key, params object[] arguments) => $"{Text.Get(key, Text.Chinese, arguments)} / {Text.Get(key, Text.English, arguments)}";

    /// <param name="Text">What the note is to hold.</param>
    /// <param name="Base">The pack that it then shows.</param>
    private sealed record Wish(string Text, PackDocument Base)
    {
        public PackDocument? Earlier { get; init; }

        public bool IsRefused { get; init; }

        public bool Releases { get; init; }
    }
}
