using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Testing;
using Shouldly;
using Xunit;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>What Review sends of one day, which no other test has, and what comes of it.</summary>
internal sealed class ReleasedDay
{
    private static int _days;

    private readonly PublisherApp _app;
    private readonly HttpClient _http;
    private readonly int _day = Interlocked.Increment(ref _days);

    public ReleasedDay(PublisherApp app)
    {
        _app = app;
        _http = app.CreateClient();
        Date = new DateOnly(2020, 1, 1).AddDays(_day);
    }

    public DateOnly Date { get; }

    public Guid PackId => ItemIds.ForPack(Date);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ApprovedContent ContentOf(int number) => Some.Content($"第 {number} 条", $"concept-{number}", (_day * 100) + number);

    /// <summary>As Review approves it; of another item where its content is given.</summary>
    public ItemApproved Item(int number, ApprovedContent? content = null)
    {
        content ??= ContentOf(number);
        return new ItemApproved
        {
            CandidateId = ItemIds.From($"candidate {_day} {number}"),
            PackId = PackId,
            PackDate = Date,
            Number = number,
            Content = content,
            ContentHash = ContentHash.Of(content),
            ApprovedBy = "ann",
            ApprovedAt = DateTimeOffset.UnixEpoch,
        };
    }

    public PackReleased Release(params ItemApproved[] approved) => new()
    {
        PackId = PackId,
        PackDate = Date,
        Approved = [.. approved.Select(item => new ReleasedItem { CandidateId = item.CandidateId, ContentHash = item.ContentHash })],
        Skipped = 0,
        NeedsVerify = 0,
        Undecided = 0,
        ReleasedBy = "ed",
        ReleasedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>Waits until it is stored, so that the next message comes after it.</summary>
    public async Task ArriveAsync(ItemApproved item)
    {
        await _app.SendAsync(item);
        await Eventually.GetAsync(() => _app.WithDbAsync(db => db.ApprovedItems.AnyAsync(each => each.CandidateId == item.CandidateId)), stored => stored);
    }

    /// <summary>Waits until it is stored, so that the next message comes after it.</summary>
    public async Task ArriveAsync(PackReleased release)
    {
        await _app.SendAsync(release);
        await Eventually.GetAsync(() => _app.WithDbAsync(db => db.Releases.AnyAsync(each => each.PackId == release.PackId)), stored => stored);
    }

    /// <summary>Waits for the answer to Review.</summary>
    public async Task<JsonNode> PublishedAsync() =>
        (await Eventually.GetAsync(() => Task.FromResult(_app.Subscriber.AnswersOf(Date).FirstOrDefault()), answer => answer is not null))!;

    /// <summary>Waits until the vault has the digest; the index is its last file.</summary>
    public Task WrittenAsync() => Eventually.GetAsync(
        async () => File.Exists(Index) ? await File.ReadAllTextAsync(Index, Cancel) : "", text => text.Contains($"[[{Date:yyyy-MM-dd}-资讯日报]]"));

    public string Index => Path.Combine(_app.Vault, "01-导航索引/News-MOC.md");

    public string Note => $"02-学习记录/01-日报/{Date:yyyy-MM-dd}-资讯日报.md";

    /// <summary>Whether the digest is there, asked as a reader.</summary>
    public async Task<HttpStatusCode> PageAsync() => (await _http.GetAsync($"/digests/{Date:yyyy-MM-dd}", Cancel)).StatusCode;

    public Task<string> MarkdownAsync() => _http.GetStringAsync($"/digests/{Date:yyyy-MM-dd}.md", Cancel);

    /// <summary>Number and title of each item of the digest.</summary>
    public async Task<IEnumerable<string>> TitlesAsync()
    {
        var digest = JsonNode.Parse(await _http.GetStringAsync($"/digests/{Date:yyyy-MM-dd}.json", Cancel))!;
        return digest["items"]!.AsArray().Select(item => $"{item!["number"]} {item["title"]}");
    }
}
