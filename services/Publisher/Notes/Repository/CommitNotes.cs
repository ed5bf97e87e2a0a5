using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>Commits a digest's notes as this service wrote them, and nothing else: what a person edited or staged stays theirs.</summary>
internal sealed class CommitNotes(PublisherDb db, VaultRepository repository, IOptions<PublisherOptions> options)
{
    private const string Regular = "100644";

    /// <param name="branch">What is checked out.</param>
    /// <param name="notes">The digest whose notes were written.</param>
    /// <param name="made">Called with the commit before the branch moves to it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The branch with the commit; as it was where it holds all of it.</returns>
    public async Task<Branch> RunAsync(Branch branch, UncommittedNotes notes, Func<string, Task> made, CancellationToken cancellationToken)
    {
        var entries = await EntriesAsync(branch, notes, cancellationToken);
        var commit = await repository.CommitAsync(branch, branch.Commit, entries, MessageOf(notes), cancellationToken);
        if (commit is null || commit == branch.Commit)
        {
            return branch;
        }

        await made(commit);
        using var held = IndexLock.Take(branch.Folder);
        using var index = held.Copy();
        // What a person has staged of one of the files is left as they staged it.
        var staged = await repository.StagedAsync(branch, index, cancellationToken);
        await repository.PutAsync(branch, index, entries.ExceptBy(staged, entry => entry.Path), cancellationToken);
        await repository.MoveAsync(branch, commit, held, index, cancellationToken);
        return branch with { Commit = commit };
    }

    private static string MessageOf(UncommittedNotes notes) =>
        $"资讯日报 {notes.Date:yyyy-MM-dd}，第 {notes.Revision} 版\n\nDigest {notes.Date:yyyy-MM-dd}, revision {notes.Revision}.\n";

    private async Task<List<TreeEntry>> EntriesAsync(Branch branch, UncommittedNotes notes, CancellationToken cancellationToken)
    {
        var vault = options.Value.NotesFolder!;
        var written = await db.WrittenNotes.AsNoTracking().Where(note => note.DigestDate == notes.Date).ToListAsync(cancellationToken);
        List<TreeEntry> entries = [];
        foreach (var note in written)
        {
            if (await Vault.ReadAsync(vault, note.Path, cancellationToken) is { } bytes && Vault.HashOf(bytes) == note.Sha256)
            {
                entries.Add(await repository.StoreAsync(TreeEntry.PathOf(note.Path), bytes, Regular, cancellationToken));
            }
        }

        entries.AddRange(
            notes
                .Removed.Except(written.Select(note => note.Path))
                .Where(path => !IsThere(vault, path))
                .Select(TreeEntry.PathOf)
                .Select(TreeEntry.Missing)
        );
        if (await Vault.ReadAsync(vault, options.Value.IndexPath, cancellationToken) is { } index)
        {
            entries.Add(await IndexEntryAsync(branch, TreeEntry.PathOf(options.Value.IndexPath), index, cancellationToken));
        }

        var ignored = await repository.IgnoredAsync([.. entries.Select(entry => entry.Path)], cancellationToken);
        return [.. entries.Where(entry => !ignored.Contains(entry.Path))];
    }

    /// <summary>The rest of the index note is people's, and theirs to commit.</summary>
    private async Task<TreeEntry> IndexEntryAsync(Branch branch, string path, byte[] note, CancellationToken cancellationToken)
    {
        var committed = await repository.EntryAsync(branch.Commit, path, cancellationToken);
        var before = committed.Blob is null ? [] : await repository.ReadAsync(committed, cancellationToken);
        return IndexBlock.Transplant(note, before) is { } made
            ? await repository.StoreAsync(path, made, committed.Blob is null ? Regular : committed.Mode, cancellationToken)
            : committed;
    }

    private static bool IsThere(string vault, string path) => File.Exists(Path.Combine(vault, path));
}
