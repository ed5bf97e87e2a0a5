using System.Text;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>What is read and made in the vault's repository. Trees and commits are made beside the index and the files of people, who may
/// be at work there.</summary>
internal sealed class VaultRepository(GitProgram git, IOptions<PublisherOptions> options)
{
    private const int Sha1Digits = 40;
    private const int Sha256Digits = 64;

    private static readonly string[] UnderWay =
    [
        "MERGE_HEAD",
        "CHERRY_PICK_HEAD",
        "REVERT_HEAD",
        "BISECT_LOG",
        "rebase-merge",
        "rebase-apply",
    ];

    /// <exception cref="RepositoryException">Nothing can be committed there now.</exception>
    public async Task<Branch> OpenAsync(CancellationToken cancellationToken)
    {
        var vault = options.Value.NotesFolder!;
        var inner = Path.Combine(vault, ".git");
        if (!Directory.Exists(inner) && !File.Exists(inner))
        {
            throw new RepositoryException(
                RepositoryFault.NotARepository,
                $"'{vault}' is no git repository, so nothing is committed: run 'git init' there, or set Publisher:Git:IsOn to false."
            );
        }

        // /vault/.git\nsha256
        var about = (await RunAsync(["rev-parse", "--absolute-git-dir", "--show-object-format"], cancellationToken)).Text;
        var folder = about[..about.LastIndexOf('\n')];
        var nothing = new string('0', about.EndsWith("\nsha256", StringComparison.Ordinal) ? Sha256Digits : Sha1Digits);
        await CheckSettingsAsync(cancellationToken);
        if (Array.Find(UnderWay, name => Path.Exists(Path.Combine(folder, name))) is { } step)
        {
            throw new RepositoryException(
                RepositoryFault.Busy,
                $"Somebody is in the middle of a merge, a rebase or the like in the vault ({step}): end it there."
            );
        }

        var head = await git.AskAsync(["symbolic-ref", "-q", "HEAD"], cancellationToken);
        if (!head.IsOk || !head.Text.StartsWith("refs/heads/", StringComparison.Ordinal))
        {
            throw new RepositoryException(RepositoryFault.Busy, "No branch is checked out in the vault: check one out there.");
        }

        return new Branch(folder, head.Text["refs/heads/".Length..], await FindAsync(head.Text, cancellationToken), nothing);
    }

    /// <returns>The commit's id; null where no commit has that name.</returns>
    public async Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = await git.AskAsync(["rev-parse", "-q", "--verify", $"{name}^{{commit}}"], cancellationToken);
        return found.IsOk ? found.Text : null;
    }

    /// <returns>The file as the commit has it, or that it has none.</returns>
    public async Task<TreeEntry> EntryAsync(string? commit, string path, CancellationToken cancellationToken)
    {
        if (commit is null)
        {
            return TreeEntry.Missing(path);
        }

        // 100644 blob 1f2e…\tPATH
        var found = (await RunAsync(["--literal-pathspecs", "ls-tree", "-z", "--full-tree", commit, "--", path], cancellationToken)).Parts;
        return found is [var line] && line.Split('\t', 2)[0].Split(' ') is [var mode, "blob", var blob]
            ? new TreeEntry(path, mode, blob)
            : TreeEntry.Missing(path);
    }

    public async Task<byte[]> ReadAsync(TreeEntry entry, CancellationToken cancellationToken) =>
        (await RunAsync(["cat-file", "blob", entry.Blob!], cancellationToken)).Output;

    /// <summary>The bytes as they are: no filter of the repository sees them.</summary>
    public async Task<TreeEntry> StoreAsync(string path, byte[] content, string mode, CancellationToken cancellationToken) =>
        new(path, mode, (await RunAsync(["hash-object", "-w", "--stdin"], cancellationToken, content)).Text);

    /// <returns>The name that git would give to each file as it stands in the vault.</returns>
    public async Task<string[]> NamesAsync(IEnumerable<string> paths, CancellationToken cancellationToken) =>
        (
            await RunAsync(
                ["hash-object", "--no-filters", "--stdin-paths"],
                cancellationToken,
                Encoding.UTF8.GetBytes(string.Concat(paths.Select(path => $"{path}\n")))
            )
        ).Text.Split('\n');

    /// <returns>Those that people told git to ignore.</returns>
    public async Task<IReadOnlyList<string>> IgnoredAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        // From the folder on, as a name may begin with what git takes for magic.
        const string Here = "./";
        var answer = await git.AskAsync(
            ["check-ignore", "-z", "--stdin"],
            cancellationToken,
            Encoding.UTF8.GetBytes(string.Concat(paths.Select(path => $"{Here}{path}\0")))
        );
        return answer.ExitCode is 0 or 1 ? [.. answer.Parts.Select(path => path[Here.Length..])] : throw Failed("check-ignore", answer);
    }

    /// <param name="commit">The commit.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="since">Another commit; by default the one before.</param>
    /// <returns>What the commit changed, file by file.</returns>
    public async Task<IReadOnlyList<TreeChange>> ChangesAsync(string commit, CancellationToken cancellationToken, string? since = null)
    {
        // :100644 100644 OLD NEW M \0 PATH \0
        string[] ask = ["diff-tree", "-r", "-z", "--root", "--no-commit-id", "--raw", "--no-renames", "--no-abbrev"];
        ask = [.. ask, .. since is null ? [commit] : (string[])[since, commit]];
        return
        [
            .. (await RunAsync(ask, cancellationToken))
                .Parts.Chunk(2)
                .Select(pair =>
                {
                    var (fields, path) = (pair[0].TrimStart(':').Split(' '), pair[1]);
                    return new TreeChange(Entry(path, fields[0], fields[2]), Entry(path, fields[1], fields[3]));
                }),
        ];

        static TreeEntry Entry(string path, string mode, string blob) =>
            mode == "000000" ? TreeEntry.Missing(path) : new TreeEntry(path, mode, blob);
    }

    /// <returns>A commit on top of another; that one itself where it has all of this already.</returns>
    public async Task<string?> CommitAsync(
        Branch branch,
        string? parent,
        IReadOnlyList<TreeEntry> entries,
        string message,
        CancellationToken cancellationToken
    )
    {
        using var index = ScratchIndex.In(branch.Folder);
        await RunAsync(parent is null ? ["read-tree", "--empty"] : ["read-tree", parent], cancellationToken, index: index.Path);
        await PutAsync(branch, index, entries, cancellationToken);
        var tree = (await RunAsync(["write-tree"], cancellationToken, index: index.Path)).Text;
        if (parent is not null && (await RunAsync(["rev-parse", $"{parent}^{{tree}}"], cancellationToken)).Text == tree)
        {
            return parent;
        }

        string[] commit = ["commit-tree", tree, .. parent is null ? [] : (string[])["-p", parent]];
        return (await RunAsync(commit, cancellationToken, Encoding.UTF8.GetBytes(message))).Text;
    }

    /// <returns>Files that the index has otherwise than the branch.</returns>
    public async Task<IReadOnlyCollection<string>> StagedAsync(Branch branch, ScratchIndex index, CancellationToken cancellationToken) =>
        branch.Commit is null || !File.Exists(index.Path)
            ? []
            : (
                await RunAsync(
                    ["diff-index", "--cached", "--name-only", "-z", "--no-renames", branch.Commit],
                    cancellationToken,
                    index: index.Path
                )
            ).Parts;

    public Task PutAsync(Branch branch, ScratchIndex index, IEnumerable<TreeEntry> entries, CancellationToken cancellationToken) =>
        RunAsync(
            ["update-index", "-z", "--index-info"],
            cancellationToken,
            Encoding.UTF8.GetBytes(string.Concat(entries.Select(entry => entry.LineOf(branch.Nothing)))),
            index.Path
        );

    /// <summary>The index first and then the branch: where this process is killed in between, the index holds what the next attempt puts
    /// there, and never takes a commit back.</summary>
    /// <remarks>Only from where it was seen: a commit that somebody made meanwhile is never lost.</remarks>
    public async Task MoveAsync(Branch branch, string commit, IndexLock held, ScratchIndex index, CancellationToken cancellationToken)
    {
        using var former = held.Copy();
        held.Put(index);
        try
        {
            await RunAsync(["update-ref", "-m", "News-Educator", branch.Ref, commit, branch.Commit ?? branch.Nothing], cancellationToken);
        }
        catch (RepositoryException)
        {
            held.Put(former);
            throw;
        }
    }

    /// <exception cref="RepositoryException">It did not work; says what git said.</exception>
    public async Task<GitAnswer> RunAsync(
        IReadOnlyList<string> arguments,
        CancellationToken cancellationToken,
        byte[]? input = null,
        string? index = null
    )
    {
        var answer = await git.AskAsync(arguments, cancellationToken, input, index);
        return answer.IsOk ? answer : throw Failed(arguments.First(argument => !argument.StartsWith('-')), answer);
    }

    private static RepositoryException Failed(string command, GitAnswer answer) =>
        new(RepositoryFault.Failed, $"git {command} failed in the vault: {answer.Errors}");

    private async Task CheckSettingsAsync(CancellationToken cancellationToken)
    {
        var names = await RunAsync(["config", "--local", "--no-includes", "--list", "--name-only", "-z"], cancellationToken);
        if (RepositorySettings.ForeignAmong(names.Parts) is { Count: > 0 } foreign)
        {
            throw new RepositoryException(
                RepositoryFault.ForeignSettings,
                $"The vault's .git/config has settings that can run programs or lead elsewhere, so nothing is committed: "
                    + $"{string.Join(", ", foreign)}. Remove them, or set Publisher:Git:IsOn to false."
            );
        }
    }
}
