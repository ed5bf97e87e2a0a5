using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Tests.Node;
using NewsEducator.Publisher.Withdrawals;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>The feeds in programs that readers use: each shows the same entries under the same ids.</summary>
[Collection(SliceCollection.Name)]
public sealed class FeedReaderTests(PublisherFixture fixture) : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly ReleasedDay _day = new(fixture.App);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newseducator-feeds-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed record Entry(string Id, string Title, string Link);

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("atom.xml")]
    [InlineData("rss.xml")]
    public async Task Newsboat_shows_every_entry(string file)
    {
        var (address, expected) = await PublishedAsync(file);
        await File.WriteAllTextAsync(In("urls"), $"file://{address}\n", Cancel);
        await File.WriteAllTextAsync(In("config"), "", Cancel);

        await RunAsync("newsboat", "-u", In("urls"), "-C", In("config"), "-c", In("cache.db"), "-x", "reload");

        await using var cache = new SqliteConnection($"Data Source={In("cache.db")};Pooling=False");
        await cache.OpenAsync(Cancel);
        await using var command = cache.CreateCommand();
        command.CommandText = "SELECT guid, title, url FROM rss_item";
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var shown = new List<Entry>();
        while (await reader.ReadAsync(Cancel))
        {
            shown.Add(new Entry(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        shown.ShouldBe(expected, ignoreOrder: true);
    }

    [Theory]
    [InlineData("atom.xml")]
    [InlineData("rss.xml")]
    public async Task Sfeed_lists_every_entry(string file)
    {
        var (address, expected) = await PublishedAsync(file);

        var lines = await RunAsync("sh", "-c", "sfeed < \"$1\"", "sh", address);

        // time, title, link, content, content type, id, …
        lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .Select(field => new Entry(field[5], field[1], field[2]))
            .ShouldBe(expected, ignoreOrder: true);
    }

    [Theory]
    [InlineData("atom.xml")]
    [InlineData("rss.xml")]
    public async Task Feedparser_finds_every_entry_and_no_fault(string file)
    {
        var (address, expected) = await PublishedAsync(file);
        Assert.SkipUnless(File.Exists(Python), "Python is not installed; ./test does so.");

        var found = await RunAsync(Python, Repository.In("tests/Publisher.Tests/Feeds/feed_reader.py"), address);

        Entries(found).ShouldBe(expected, ignoreOrder: true);
    }

    [Theory]
    [InlineData("atom.xml")]
    [InlineData("rss.xml")]
    public async Task Rss_parser_finds_every_entry(string file)
    {
        var (address, expected) = await PublishedAsync(file);

        Entries(await NodeScripts.RunAsync("rss.mjs", address)).ShouldBe(expected, ignoreOrder: true);
    }

    /// <summary>Two items and the retraction of a third, in a file.</summary>
    private async Task<(string File, List<Entry> Expected)> PublishedAsync(string file)
    {
        var concept = new Concept { Key = $"readers-{_day.Date:O}", Name = "连接池" };
        var contents = Enumerable
            .Range(1, 3)
            .Select(number => _day.ContentOf(number) with { Title = $"第 {number} 条：a < b & c > d “引号” 😀", Concept = concept })
            .ToList();
        await _day.PublishAsync([.. contents.Select((content, index) => _day.Item(index + 1, content))]);
        await _day.WithdrawAsync(contents[2].ItemId, WithdrawalKind.Retraction);
        using var http = fixture.App.CreateClient();
        var path = In(file);
        await File.WriteAllBytesAsync(path, await http.GetByteArrayAsync($"/feeds/concepts/{concept.Key}/{file}", Cancel), Cancel);
        var date = _day.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return (
            path,
            [
                .. contents
                    .Take(2)
                    .Select(content => new Entry(
                        $"urn:uuid:{content.ItemId}",
                        content.Title,
                        $"https://news.example/items/{content.ItemId}"
                    )),
                new Entry(
                    $"urn:uuid:{ItemIds.From($"revision\n{date}\n2")}",
                    $"撤回：{contents[2].Title}",
                    $"https://news.example/digests/{date}/history#revision-2"
                ),
            ]
        );
    }

    private string In(string file) => Path.Combine(_folder.FullName, file);

    private static IEnumerable<Entry> Entries(string json) =>
        JsonNode.Parse(json)!.AsArray().Select(each => new Entry((string)each!["id"]!, (string)each["title"]!, (string)each["link"]!));

    /// <returns>What it printed; the test is skipped where the program is missing.</returns>
    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var needed = program == "sh" ? "sfeed" : program;
        Assert.SkipUnless(File.Exists(needed) || File.Exists($"/usr/bin/{needed}"), $"{needed} is not installed; ./test does so.");
        var run = await ProgramRun.OfAsync(new ProcessStartInfo(program, arguments), Cancel);
        Assert.SkipWhen(
            run.Errors.Contains("ModuleNotFoundError", StringComparison.Ordinal),
            "python3-feedparser is missing; ./test does so."
        );
        run.ExitCode.ShouldBe(0, run.Errors);
        return run.Output;
    }
}
