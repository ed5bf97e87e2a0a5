using Microsoft.Extensions.Options;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>Brings the branch to the remote. Nothing changes in the vault before the remote has taken it.</summary>
internal sealed class PushNotes(
    VaultRepository repository,
    GitProgram git,
    RebaseNotes rebase,
    GitRemote remotes,
    IOptions<GitOptions> options,
    IOptions<PublisherOptions> publisher
)
{
    /// <param name="branch">What is checked out.</param>
    /// <param name="own">Commits that this service made and the remote lacks.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The branch as it is at the remote and in the vault.</returns>
    /// <exception cref="RepositoryException">The remote lacks it still.</exception>
    public async Task<Branch> RunAsync(Branch branch, IReadOnlyList<string> own, CancellationToken cancellationToken)
    {
        var target = $"refs/heads/{options.Value.Branch ?? branch.Name}";
        var remote = await remotes.FetchAsync(target, cancellationToken);
        if (branch.Commit is null || remote == branch.Commit)
        {
            return branch;
        }

        if (remote is null || await IsWithinAsync(remote, branch.Commit, cancellationToken))
        {
            await remotes.PushAsync(branch.Commit, target, cancellationToken);
            return branch;
        }

        var tip = await rebase.RunAsync(branch, remote, own, cancellationToken);
        await MoveAsync(branch, tip, isTrial: true, cancellationToken);
        if (tip != remote)
        {
            await remotes.PushAsync(tip, target, cancellationToken);
        }

        await MoveAsync(branch, tip, isTrial: false, cancellationToken);
        return branch with { Commit = tip };
    }

    private async Task<bool> IsWithinAsync(string earlier, string later, CancellationToken cancellationToken)
    {
        var answer = await git.AskAsync(["merge-base", "--is-ancestor", earlier, later], cancellationToken);
        return answer.ExitCode switch
        {
            0 => true,
            1 => false,
            _ => throw new RepositoryException(RepositoryFault.Failed, $"git merge-base failed in the vault: {answer.Errors}"),
        };
    }

    /// <summary>Files and index as they are in the commit. What nobody has committed is never overwritten: then nothing changes.</summary>
    private async Task MoveAsync(Branch branch, string commit, bool isTrial, CancellationToken cancellationToken)
    {
        using var held = IndexLock.Take(branch.Folder);
        using var index = held.Copy();
        await repository.PutAsync(branch, index, await ThereAlreadyAsync(branch, index, commit, cancellationToken), cancellationToken);
        // Its exit code says that some file is edited; whether that matters is seen next.
        await git.AskAsync(["update-index", "-q", "--refresh"], cancellationToken, index: index.Path);
        string[] how = ["read-tree", "-m", "-u", .. isTrial ? ["-n"] : Array.Empty<string>()];
        var read = await git.AskAsync([.. how, branch.Commit!, commit], cancellationToken, index: index.Path);
        if (!read.IsOk)
        {
            throw new RepositoryException(
                RepositoryFault.LocalEdits,
                $"The remote changed files that hold edits nobody committed: commit them in the vault and run 'git pull'. {read.Errors}"
            );
        }

        if (!isTrial)
        {
            await repository.MoveAsync(branch, commit, held, index, cancellationToken);
        }
    }

    /// <summary>Files that are as the commit has them are no edits: an attempt that was killed put them there, or a person did the
    /// same.</summary>
    private async Task<IEnumerable<TreeEntry>> ThereAlreadyAsync(
        Branch branch,
        ScratchIndex index,
        string commit,
        CancellationToken cancellationToken
    )
    {
        var changes = await repository.ChangesAsync(commit, cancellationToken, since: branch.Commit);
        var staged = await repository.StagedAsync(branch, index, cancellationToken);
        var files = changes.Select(change => change.After).ExceptBy(staged, file => file.Path).ToList();
        var present = files.FindAll(IsThere);
        var names = await repository.NamesAsync(present.ConvertAll(file => file.Path), cancellationToken);
        return files
            .Where(file => file.Blob is null && !IsThere(file))
            .Concat(present.Zip(names).Where(pair => pair.First.Blob == pair.Second).Select(pair => pair.First));
    }

    // git is asked by lines.
    private bool IsThere(TreeEntry file) => !file.Path.Contains('\n') && File.Exists(Path.Combine(publisher.Value.NotesFolder!, file.Path));
}
