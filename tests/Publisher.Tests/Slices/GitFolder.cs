using System.Diagnostics;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>A folder with a git repository, in which a person works.</summary>
internal sealed class GitFolder(string path)
{
    private const string Person = "ann";

    public string Path { get; } = path;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>With one commit of a person.</summary>
    /// <param name="path">A folder.</param>
    /// <param name="names">Of its objects: <c>sha1</c> or <c>sha256</c>.</param>
    public static async Task<GitFolder> MakeAsync(string path, string names = "sha1")
    {
        var folder = new GitFolder(path);
        await folder.RunAsync("init", "-q", "-b", "main", $"--object-format={names}");
        await folder.CommitAsync("个人/first.md", "mine");
        return folder;
    }

    /// <summary>What others push to.</summary>
    public static async Task<GitFolder> BareAsync(string path, string names = "sha1")
    {
        Directory.CreateDirectory(path);
        var folder = new GitFolder(path);
        await folder.RunAsync("init", "-q", "--bare", "-b", "main", $"--object-format={names}");
        return folder;
    }

    /// <summary>Another machine of theirs.</summary>
    public async Task<GitFolder> CloneAsync(string path)
    {
        await RunAsync("clone", "-q", Path, path);
        return new GitFolder(path);
    }

    public async Task<string> RunAsync(params string[] arguments)
    {
        var run = await TryAsync(arguments);
        run.ExitCode.ShouldBe(0, $"git {string.Join(' ', arguments)}: {run.Said}");
        return run.Output.TrimEnd('\n');
    }

    public Task<ProgramRun> TryAsync(params string[] arguments) =>
        ProgramRun.OfAsync(
            new ProcessStartInfo("git", ["-c", "core.quotePath=false", .. arguments])
            {
                WorkingDirectory = Path,
                Environment =
                {
                    ["GIT_CONFIG_GLOBAL"] = "/dev/null",
                    ["GIT_CONFIG_NOSYSTEM"] = "1",
                    ["GIT_AUTHOR_NAME"] = Person,
                    ["GIT_AUTHOR_EMAIL"] = "ann@example.org",
                    ["GIT_COMMITTER_NAME"] = Person,
                    ["GIT_COMMITTER_EMAIL"] = "ann@example.org",
                },
            },
            Cancel
        );

    public Task WriteAsync(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return File.WriteAllTextAsync(path, text, Cancel);
    }

    public Task<string> ReadAsync(string file) => File.ReadAllTextAsync(System.IO.Path.Combine(Path, file), Cancel);

    /// <returns>The commit's id.</returns>
    public async Task<string> CommitAsync(string file, string text)
    {
        await WriteAsync(file, text);
        await RunAsync("add", "--", file);
        await RunAsync("commit", "-q", "-m", $"my {file}");
        return await HeadAsync();
    }

    public Task<string> HeadAsync() => RunAsync("rev-parse", "main");

    /// <returns>What <c>git status</c> shows, one line a file.</returns>
    public Task<string> StatusAsync() => RunAsync("status", "--porcelain", "--untracked-files=all");

    /// <returns>Author and subject of each commit, the latest first.</returns>
    public async Task<string[]> LogAsync() => (await RunAsync("log", "--format=%an: %s", "main")).Split('\n');

    public async Task<string[]> FilesAsync(string commit = "main") => (await RunAsync("ls-tree", "-r", "--name-only", commit)).Split('\n');

    public Task<string> ShowAsync(string file) => RunAsync("show", $"main:{file}");
}
