using System.Text;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>Makes this service's commits once more on top of the remote's. Commits of people are never made again.</summary>
internal sealed class RebaseNotes(VaultRepository repository, IOptions<PublisherOptions> options)
{
    /// <param name="branch">What is checked out.</param>
    /// <param name="remote">The remote's latest commit.</param>
    /// <param name="own">Commits that this service made and the remote lacks.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The commit that holds all of both.</returns>
    /// <exception cref="RepositoryException">A person has to merge.</exception>
    public async Task<string> RunAsync(Branch branch, string remote, IReadOnlyList<string> own, CancellationToken cancellationToken)
    {
        var listed = await repository.RunAsync(["rev-list", "--reverse", "--topo-order", $"{remote}..{branch.Ref}"], cancellationToken);
        var commits = listed.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(commits, commit => !own.Contains(commit)) is { } theirs)
        {
            throw new RepositoryException(
                RepositoryFault.Diverged,
                $"The remote has new commits, and so has the vault, {theirs[..10]} among them, which is a person's and is not rewritten: "
                    + "run 'git pull' in the vault, it is pushed then."
            );
        }

        var tip = remote;
        foreach (var commit in commits)
        {
            var entries = new List<TreeEntry>();
            foreach (var change in await repository.ChangesAsync(commit, cancellationToken))
            {
                entries.Add(await OnTopAsync(tip, change, cancellationToken));
            }

            tip = (await repository.CommitAsync(branch, tip, entries, await MessageAsync(commit, cancellationToken), cancellationToken))!;
        }

        return tip;
    }

    private async Task<TreeEntry> OnTopAsync(string tip, TreeChange change, CancellationToken cancellationToken)
    {
        var now = await repository.EntryAsync(tip, change.After.Path, cancellationToken);
        if (now == change.Before || now == change.After)
        {
            return change.After;
        }

        var isIndex = now.Path == TreeEntry.PathOf(options.Value.IndexPath);
        if (isIndex && now.Blob is not null && change.After.Blob is not null)
        {
            var ours = await repository.ReadAsync(change.After, cancellationToken);
            if (IndexBlock.Transplant(ours, await repository.ReadAsync(now, cancellationToken)) is { } both)
            {
                return await repository.StoreAsync(now.Path, both, now.Mode, cancellationToken);
            }
        }

        throw new RepositoryException(
            RepositoryFault.Conflict,
            $"'{now.Path}' was changed at the remote and here: run 'git pull' in the vault and decide which text stays, it is pushed then."
        );
    }

    private async Task<string> MessageAsync(string commit, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetString((await repository.RunAsync(["cat-file", "commit", commit], cancellationToken)).Output);
        return text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
    }
}
