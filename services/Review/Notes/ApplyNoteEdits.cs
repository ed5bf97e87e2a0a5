using Microsoft.Extensions.Options;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs.Files;

namespace NewsEducator.Review.Notes;

/// <summary>
/// Brings one pack and its note into step, in both directions. What a person saved is taken over whole or not at all; what both sides
/// changed differently is not, and the note says so where they will see it. The person's words are never rewritten.
/// </summary>
/// <remarks>
/// What was read and what is to be written are kept apart: a write that fails, at whatever moment, leaves a file that is recognised as no
/// person's save, and the draft, which is written later.
/// </remarks>
internal sealed class ApplyNoteEdits(
    ReviewDb db,
    ReadNote reader,
    IOptions<NotesOptions> options,
    NoteFaults faults,
    TimeProvider time,
    ILogger<ApplyNoteEdits> logger
)
{
    /// <returns>False where it is too early to say what the person meant: the note has to be looked at again.</returns>
    public async Task<bool> RunAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var file = new NoteFile(options.Value.PathOf(date));
        if (file.Stamp is { } stamp && time.GetUtcNow() - stamp.WrittenAt < options.Value.Settle)
        {
            return false;
        }

        var text = await file.ReadAsync(cancellationToken);
        if (faults.Of(date) is { Kind: NoteFaultKind.Read })
        {
            faults.Mended(date);
        }

        if (await CompareAsync(date, file, text, cancellationToken) is not var (draft, releases))
        {
            return false;
        }

        await WriteAsync(date, file, text, draft, cancellationToken);
        if (releases && await reader.ReleaseAsync(date, cancellationToken) is { } problem)
        {
            await RemarkAsync(date, file, problem, cancellationToken);
        }

        return true;
    }

    /// <summary>Takes over what a person saved, and keeps what the note is to hold.</summary>
    /// <returns>Null where it is too early to say.</returns>
    private async Task<(string? Draft, bool Releases)?> CompareAsync(
        DateOnly date,
        NoteFile file,
        string? text,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var pack = (await db.LockPackAsync(date, cancellationToken))!;
        var note = await db.Notes.FindAsync([date], cancellationToken);
        if (text is not null && text == note?.Draft)
        {
            // It was written, and the process died before it could keep that.
            note.Written();
        }

        var isOurs = text is null || note?.IsOurs(text) == true;
        var wish = isOurs ? FollowPack.Of(pack, note, text) : reader.Of(pack, note, text!, file);
        if (wish is null && !isOurs)
        {
            return null;
        }

        if (wish is null && text is null)
        {
            return (null, false);
        }

        note ??= db
            .Notes.Add(
                new Note
                {
                    Date = date,
                    Text = text ?? "",
                    Base = wish!.Shows,
                    PackVersion = 0,
                }
            )
            .Entity;
        if (wish is not null)
        {
            note.Compared(text, wish, pack.Version);
        }

        note.Hold(WithCopies(wish?.Text ?? note.Draft ?? text!, file), text, wish?.Base ?? note.DraftBase ?? note.Base);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (note.Draft, wish?.Releases == true);
    }

    private async Task WriteAsync(DateOnly date, NoteFile file, string? text, string? draft, CancellationToken cancellationToken)
    {
        if (draft is null)
        {
            faults.Mended(date);
            return;
        }

        if (!faults.MayTry(date))
        {
            return;
        }

        try
        {
            if (!await file.ReplaceAsync(text, draft, cancellationToken))
            {
                logger.LogInformation("{File} changed while it was read; it is read again.", file.Path);
                return;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (faults.Failed(date, NoteFaultKind.Write, error.Message))
            {
                logger.LogWarning("{File} cannot be written and is written later: {Reason}", file.Path, error.Message);
            }

            return;
        }

        faults.Mended(date);
        await ConfirmAsync(date, draft, cancellationToken);
    }

    private async Task ConfirmAsync(DateOnly date, string draft, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockPackAsync(date, cancellationToken);
        if (await db.Notes.FindAsync([date], cancellationToken) is { } note && note.Draft == draft)
        {
            note.Written();
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Why the pack was not released, at the head of the note.</summary>
    private async Task RemarkAsync(DateOnly date, NoteFile file, string problem, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var text = await file.ReadAsync(cancellationToken);
        if (text is null || await db.Notes.FindAsync([date], cancellationToken) is not { Draft: null } note || note.Text != text)
        {
            return;
        }

        var remarked = NoteText.WithRemarks(NoteText.WithoutRemarks(text), [(0, problem)]);
        note.Hold(remarked, text, note.Base);
        await db.SaveChangesAsync(cancellationToken);
        await WriteAsync(date, file, text, note.Draft, cancellationToken);
    }

    /// <summary>Copies that a sync tool left beside the note are not read; the note says so as long as they are there.</summary>
    private static string WithCopies(string text, NoteFile file) =>
        NoteText.WithRemark(
            text,
            ReadNote.Words("notes.copies", "\u0001").Split('\u0001')[0],
            file.ConflictCopies() is { Count: > 0 } copies ? ReadNote.Words("notes.copies", string.Join(", ", copies)) : null
        );
}

/// <summary>What a note is to hold.</summary>
/// <param name="Text">Its bytes.</param>
/// <param name="Shows">The pack that the file shows now, in the person's or in an older state.</param>
/// <param name="Base">The pack that it shows once it is written.</param>
internal sealed record Wish(string Text, PackDocument Shows, PackDocument Base)
{
    public bool IsRefused { get; init; }

    public bool Releases { get; init; }
}
