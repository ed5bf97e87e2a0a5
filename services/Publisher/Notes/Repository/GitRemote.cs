using Microsoft.Extensions.Options;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>What is asked of the remote.</summary>
internal sealed class GitRemote(VaultRepository repository, GitProgram git, IOptions<GitOptions> options)
{
    // Nobody's branch: what was fetched is kept here, so that the next fetch is short.
    private const string Fetched = "refs/news-educator/remote";

    /// <param name="target">A branch of the remote, in full.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its latest commit, which the vault's repository has then; null where there is no such branch.</returns>
    /// <exception cref="RepositoryException">The remote does not answer, or not to us.</exception>
    public async Task<string?> FetchAsync(string target, CancellationToken cancellationToken)
    {
        var listed = await AskAsync(["ls-remote", options.Value.Remote!, target], cancellationToken);
        if (listed.Text.Length == 0)
        {
            return null;
        }

        string[] fetch = ["fetch", "-q", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", options.Value.Remote!];
        await AskAsync([.. fetch, $"+{target}:{Fetched}"], cancellationToken);
        return await repository.FindAsync(Fetched, cancellationToken);
    }

    /// <exception cref="RepositoryException">The remote does not have the commit now.</exception>
    public async Task PushAsync(string commit, string target, CancellationToken cancellationToken)
    {
        string[] push = ["push", "--porcelain", "--no-verify", "--no-signed", "--recurse-submodules=no", options.Value.Remote!];
        var answer = await git.AskAsync([.. push, $"{commit}:{target}"], cancellationToken, asksRemote: true);
        if (answer.IsOk)
        {
            return;
        }

        // !\tCOMMIT:refs/heads/main\t[remote rejected] (pre-receive hook declined)
        throw answer.Text.Split('\n').FirstOrDefault(line => line.StartsWith('!')) is { } refusal
            ? new RepositoryException(
                RepositoryFault.Refused,
                $"The remote does not take the commits: {PlainText.Line(refusal.Split('\t')[^1])}. See to its rights and rules for {target}."
            )
            : RemoteFaults.Of(answer);
    }

    private async Task<GitAnswer> AskAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var answer = await git.AskAsync(arguments, cancellationToken, asksRemote: true);
        return answer.IsOk ? answer : throw RemoteFaults.Of(answer);
    }
}
