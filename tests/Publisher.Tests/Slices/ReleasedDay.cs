using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Withdrawals;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>What Review sends of one day, which no other test has, and what results.</summary>
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

    /// <summary>When people decide.</summary>
    public DateTimeOffset DecidedAt { get; init; } = DateTimeOffset.UnixEpoch;

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
            ApprovedAt = DecidedAt,
        };
    }

    public PackReleased Release(params ItemApproved[] approved) =>
        new()
        {
            PackId = PackId,
            PackDate = Date,
            Approved = [.. approved.Select(item => new ReleasedItem { CandidateId = item.CandidateId, ContentHash = item.ContentHash })],
            Skipped = 0,
            NeedsVerify = 0,
            Undecided = 0,
            ReleasedBy = "ed",
            ReleasedAt = DecidedAt,
        };

    /// <summary>Waits until it is stored, so that the next message comes after it.</summary>
    public async Task ArriveAsync(ItemApproved item)
    {
        await _app.SendAsync(item);
        await Eventually.GetAsync(
            () => _app.WithDbAsync(db => db.ApprovedItems.AnyAsync(each => each.CandidateId == item.CandidateId)),
            stored => stored
        );
    }

    /// <summary>Waits until it is stored, so that the next message comes after it.</summary>
    public async Task ArriveAsync(PackReleased release)
    {
        await _app.SendAsync(release);
        await Eventually.GetAsync(
            () => _app.WithDbAsync(db => db.Releases.AnyAsync(each => each.PackId == release.PackId)),
            stored => stored
        );
    }

    /// <summary>The items are approved, released and published.</summary>
    public async Task PublishAsync(params ItemApproved[] items)
    {
        foreach (var item in items)
        {
            await ArriveAsync(item);
        }

        await ArriveAsync(Release(items));
        await PublishedAsync();
    }

    /// <summary>Review sends another text of the item that <see cref="Item"/> made, and it is published.</summary>
    public async Task CorrectAsync(ItemApproved published, ApprovedContent content, string reason = "数字少了一个零")
    {
        await _app.SendAsync(
            new CorrectionApproved
            {
                CorrectionId = ItemIds.From($"correction {published.CandidateId}"),
                DraftId = ItemIds.From($"draft {published.CandidateId}"),
                CandidateId = published.CandidateId,
                Replaces = published.ContentHash,
                Content = content,
                ContentHash = ContentHash.Of(content),
                Reason = reason,
                ApprovedBy = "ann, bob",
                ApprovedAt = DecidedAt.AddDays(1),
            }
        );
        await Eventually.GetAsync(
            () => _app.WithDbAsync(db => db.DigestItems.AnyAsync(item => item.ItemId == content.ItemId && item.CorrectedAt != null)),
            corrected => corrected
        );
    }

    /// <summary>As an editor does it.</summary>
    public async Task WithdrawAsync(Guid itemId, WithdrawalKind kind)
    {
        using var editor = _app.CreateOperator();
        var address = $"/api/items/{itemId}";
        var seen = await editor.GetAsync(address, Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/withdrawal")
        {
            Headers = { IfMatch = { seen.Headers.ETag! } },
            Content = JsonContent.Create(new { kind = kind.ToString(), reason = "数字与来源不符" }),
        };
        (await editor.SendAsync(request, Cancel)).EnsureSuccessStatusCode();
    }

    /// <summary>Waits for the answer to Review.</summary>
    public async Task<JsonNode> PublishedAsync() =>
        (await Eventually.GetAsync(() => Task.FromResult(_app.Subscriber.AnswersOf(Date).FirstOrDefault()), answer => answer is not null))!;

    /// <summary>Waits until the vault has that revision of the digest, with its cards and the index.</summary>
    public Task WrittenAsync(int revision = 1) =>
        Eventually.GetAsync(
            // The digest's note comes first; until the last file is written, the digest counts as outdated.
            async () =>
                await HasNoteAsync(revision) && !await _app.WithDbAsync(db => db.PendingNotes.AnyAsync(notes => notes.Date == Date, Cancel))
                    ? await File.ReadAllTextAsync(Index, Cancel)
                    : "",
            text => text.Contains($"[[{Date:yyyy-MM-dd}-资讯日报]]"),
            $"revision {revision} in the vault"
        );

    private async Task<bool> HasNoteAsync(int revision)
    {
        var name = await _app.WithDbAsync(db =>
            db.WrittenNotes.Where(note => note.DigestDate == Date && note.ItemId == null)
                .Select(note => note.Path)
                .SingleOrDefaultAsync(Cancel)
        );
        return name is not null
            && (await File.ReadAllTextAsync(Path.Combine(_app.Vault, name), Cancel)).Contains($"\nrevision: {revision}\n");
    }

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
