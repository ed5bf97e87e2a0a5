using NewsEducator.Contracts;
using NewsEducator.Review.Cli;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Api;

/// <summary>The command line against the running service.</summary>
[Collection(SliceCollection.Name)]
public sealed class ReviewToolTests(ReviewFixture fixture) : IDisposable
{
    private readonly Desk _desk = new(fixture.App);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("review-tool");
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    private string Date => $"{_desk.Date:yyyy-MM-dd}";

    private string File => Path.Combine(_folder.FullName, "pack.md");

    [Fact]
    public async Task A_pack_is_pulled_ticked_pushed_decided_and_released()
    {
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        (await RunAsync("pack", "pull", Date, "-o", File)).ShouldBe(0, _error.ToString());
        _out.ToString().ShouldContain(": 2 candidates");
        await System.IO.File.WriteAllTextAsync(File, Desk.Tick(await System.IO.File.ReadAllTextAsync(File, Cancel), 1, "approve"), Cancel);

        (await RunAsync("pack", "push", File)).ShouldBe(0, _error.ToString());
        (await RunAsync("pack", "push", File)).ShouldBe(0, "the version that came back counts for the next push");
        (await RunAsync("decide", Date, "2", "needs-verify", "--reason", "who says so?")).ShouldBe(0);
        (await RunAsync("release", Date)).ShouldBe(0);

        (await _desk.ReadAsync())
            .Candidates.Select(candidate => (candidate.State, candidate.Reason))
            .ShouldBe([(CandidateState.Approved, null), (CandidateState.Verification, "who says so?")]);
    }

    [Fact]
    public async Task A_release_that_leaves_something_undecided_is_asked_for_in_both_languages_and_made_with_confirm()
    {
        await _desk.PackOfAsync(Verdict.Pass, Verdict.Pass);
        await _desk.DecideAsync(1, Choice.Approve);

        (await RunAsync("release", Date)).ShouldBe(1);
        _error.ToString().ShouldContain("would publish 1,");
        _error.ToString().ShouldContain("--confirm");
        (await RunInAsync("zh_CN.UTF-8", "release", Date)).ShouldBe(1);
        _error.ToString().ShouldContain("发布 1 条");
        (await _desk.ReadAsync()).ReleasedAt.ShouldBeNull();

        (await RunAsync("release", Date, "--confirm")).ShouldBe(0, _error.ToString());
        (await RunAsync("release", Date)).ShouldBe(0, "what is released is released");
        (await _desk.ReadAsync())
            .Candidates.Select(candidate => candidate.State)
            .ShouldBe([CandidateState.Approved, CandidateState.Expired]);
    }

    [Fact]
    public async Task A_foreign_pack_is_imported_and_the_status_tells_of_it()
    {
        await System.IO.File.WriteAllTextAsync(File, _desk.FileOf(3), Cancel);

        (await RunAsync("import", File)).ShouldBe(0, _error.ToString());
        (await RunAsync("status")).ShouldBe(0, _error.ToString());

        _out.ToString().ShouldContain($"{Date}: 3 candidates");
        _out.ToString().ShouldContain("Offered: ");
    }

    [Fact]
    public async Task Every_error_of_a_file_is_told_with_its_line_in_the_language_of_the_locale()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await RunAsync("pack", "pull", Date, "-o", File);
        var broken = Desk.Tick(Desk.Tick(await System.IO.File.ReadAllTextAsync(File, Cancel), 1, "approve"), 1, "skip");
        await System.IO.File.WriteAllTextAsync(File, broken, Cancel);

        (await RunAsync("pack", "push", File)).ShouldBe(1);
        _error.ToString().ShouldContain("  line 22, candidate 1: Both approve and skip are ticked; tick one.");
        (await RunInAsync("zh_CN.UTF-8", "pack", "push", File)).ShouldBe(1);
        _error.ToString().ShouldContain("  第 22 行，第 1 条：同时勾选了 approve 和 skip；请只勾选一个。");
    }

    [Fact]
    public async Task A_pack_that_moved_on_shows_both_sides()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        await RunAsync("pack", "pull", Date, "-o", File);
        await _desk.DecideAsync(1, Choice.Skip);
        await System.IO.File.WriteAllTextAsync(File, Desk.Tick(await System.IO.File.ReadAllTextAsync(File, Cancel), 1, "approve"), Cancel);

        (await RunAsync("pack", "push", File)).ShouldBe(1);

        _error.ToString().ShouldContain("candidate 1 differs: skip there, approve in your file");
        (await _desk.CandidateAsync(1)).Decision.ShouldBe(Choice.Skip);
    }

    [Theory]
    [InlineData(2, "decide", "2019-01-01", "1", "perhaps")]
    [InlineData(2, "release", "yesterday")]
    [InlineData(2, "pack", "push", "/nowhere/pack.md")]
    [InlineData(2, "nonsense")]
    [InlineData(1, "pack", "pull", "2019-01-01")]
    [InlineData(3, "status", "--token", "stranger")]
    [InlineData(1, "release", "2019-01-01", "--token", "viewer")]
    public async Task What_cannot_be_done_has_its_word_and_its_exit_code(int exit, params string[] call)
    {
        (await RunAsync(call)).ShouldBe(exit);
        _error.ToString().ShouldNotBeEmpty();
    }

    /// <summary>Of the services beside it only the stub answers, and knows no such question.</summary>
    [Fact]
    public async Task The_doctor_tells_operators_what_each_service_found_and_who_is_away()
    {
        (await RunAsync("doctor")).ShouldBe(1);
        _error.ToString().ShouldNotBeEmpty();

        (await RunAsync("doctor", "--token", "operator")).ShouldBe(1);

        _out.ToString().ShouldContain("review postgres");
        _out.ToString().ShouldContain("PostgreSQL at ");
        _out.ToString().ShouldContain("fault    publisher does not answer: read its log");
        (await RunInAsync("zh_CN.UTF-8", "doctor", "--token", "operator")).ShouldBe(1);
        _out.ToString().ShouldContain("故障 4 处");
    }

    [Fact]
    public async Task Nobody_there_is_told_apart_from_a_refusal()
    {
        using var nobody = new SocketsHttpHandler();

        var exit = await ReviewTool.RunAsync(
            ["status", "--server", "http://127.0.0.1:1", "--token", "x"],
            new CommandContext(_ => null, nobody, _out, _error, TimeProvider.System),
            Cancel
        );

        exit.ShouldBe(3);
        _error.ToString().ShouldContain("http://127.0.0.1:1/ cannot be reached");
    }

    [Fact]
    public async Task Server_and_token_are_found_in_the_data_folder()
    {
        await System.IO.File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "endpoints.json"),
            """{"review": "http://localhost/"}""",
            Cancel
        );
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder.FullName, "local-token"), "viewer\n", Cancel);
        var context = new CommandContext(_ => null, fixture.App.Server.CreateHandler(), _out, _error, TimeProvider.System);

        (await ReviewTool.RunAsync(["status", "--data", _folder.FullName], context, Cancel)).ShouldBe(0, _error.ToString());
        (await ReviewTool.RunAsync(["status", "--data", Path.Combine(_folder.FullName, "none")], context, Cancel)).ShouldBe(2);
    }

    [Fact]
    public async Task Watching_shows_each_change_until_it_is_stopped()
    {
        await _desk.PackOfAsync(Verdict.Pass);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var context = new CommandContext(
            _ => null,
            fixture.App.Server.CreateHandler(),
            TextWriter.Synchronized(_out),
            _error,
            TimeProvider.System
        );
        var watching = ReviewTool.RunAsync(["status", "--watch", "--server", "http://localhost", "--token", "viewer"], context, stop.Token);
        await Eventually.GetAsync(() => Task.FromResult(_out.ToString()), text => text.Length > 0);

        await stop.CancelAsync();

        (await watching).ShouldBe(0);
    }

    [Fact]
    public void Every_text_is_there_in_both_languages() =>
        Text.All.ShouldAllBe(text => text.Value[Text.Chinese].Length > 0 && text.Value[Text.English].Length > 0);

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _out.Dispose();
        _error.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<int> RunAsync(params string[] call) => RunInAsync("en_GB.UTF-8", call);

    private Task<int> RunInAsync(string locale, params string[] call)
    {
        var environment = new Dictionary<string, string?>
        {
            ["LANG"] = locale,
            ["NEWSEDUCATOR_REVIEW"] = "http://localhost",
            ["NEWSEDUCATOR_TOKEN"] = "editor",
        };
        return ReviewTool.RunAsync(
            call,
            new CommandContext(environment.GetValueOrDefault, fixture.App.Server.CreateHandler(), _out, _error, TimeProvider.System),
            Cancel
        );
    }
}
