using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Notes;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>All digests share the vault's index note, so each test has a service of its own.</summary>
public sealed class NotesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_its_cards_and_the_index_are_written_and_nothing_else()
    {
        await using var app = await PublisherApp.StartAsync();

        var day = await PublishAsync(app);

        var cards = $"00-收集箱/News-Knowledge-Drafts/{day.Date:yyyy-MM-dd}";
        app.Notes()
            .Select(note => note.StartsWith(cards, StringComparison.Ordinal) ? cards : note)
            .ShouldBe([cards, cards, day.Note, "01-导航索引/News-MOC.md"], ignoreOrder: true);
        (await File.ReadAllTextAsync(Path.Combine(app.Vault, day.Note), Cancel)).ShouldBe(await day.MarkdownAsync());
    }

    [Fact]
    public async Task The_index_keeps_what_people_wrote()
    {
        await using var app = await PublisherApp.StartAsync();
        var index = await WriteAsync(new ReleasedDay(app).Index, $"# 我的索引\r\n{IndexBlock.Begin}\nold\n{IndexBlock.End}\r\n尾巴");

        var day = await PublishAsync(app);

        var written = await File.ReadAllTextAsync(index, Cancel);
        written.ShouldStartWith($"# 我的索引\r\n{IndexBlock.Begin}\r\n- [[{day.Date:yyyy-MM-dd}-资讯日报]]（2 条）\r\n");
        written.ShouldEndWith($"\r\n{IndexBlock.End}\r\n尾巴");
    }

    [Fact]
    public async Task Written_again_each_note_has_the_same_bytes()
    {
        await using var app = await PublisherApp.StartAsync();
        var day = await PublishAsync(app);
        var before = await ContentsAsync(app);
        before.Count.ShouldBe(4);
        foreach (var note in before.Keys)
        {
            File.Delete(Path.Combine(app.Vault, note));
        }

        await app.SendAsync(new NotesOutdated { Date = day.Date, Revision = 2 });
        await day.WrittenAsync();

        (await ContentsAsync(app)).ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task A_vault_that_cannot_be_written_gets_everything_later()
    {
        await using var app = await PublisherApp.StartAsync();
        // Root may write anywhere, so the folder gives way to a file.
        var folder = Path.Combine(app.Vault, "02-学习记录");
        await File.WriteAllTextAsync(folder, "not a folder", Cancel);
        var day = await ReleaseInVainAsync(app, attempts: 2);
        await Eventually.HealthAsync(app.CreateClient(), "Degraded\nvault: Degraded");

        File.Delete(folder);

        await day.WrittenAsync();
        (await File.ReadAllTextAsync(Path.Combine(app.Vault, day.Note), Cancel)).ShouldBe(await day.MarkdownAsync());
        await Eventually.GetAsync(() => app.WithDbAsync(db => db.PendingNotes.CountAsync()), left => left == 0, "nothing outstanding");
    }

    [Fact]
    public async Task An_index_with_broken_markers_is_left_alone_until_it_is_mended()
    {
        await using var app = await PublisherApp.StartAsync();
        var index = await WriteAsync(new ReleasedDay(app).Index, $"mine\r\n{IndexBlock.Begin}\r\n");
        var day = await ReleaseInVainAsync(app, attempts: 1);
        (await File.ReadAllTextAsync(index, Cancel)).ShouldBe($"mine\r\n{IndexBlock.Begin}\r\n");

        await File.WriteAllTextAsync(index, $"mine\r\n{IndexBlock.Begin}\r\n{IndexBlock.End}\r\n", Cancel);

        await day.WrittenAsync();
        (await File.ReadAllTextAsync(index, Cancel)).ShouldStartWith(
            $"mine\r\n{IndexBlock.Begin}\r\n- [[{day.Date:yyyy-MM-dd}-资讯日报]]（1 条）\r\n"
        );
    }

    [Fact]
    public async Task G15_A_persons_note_of_the_name_is_left_alone_and_ours_stands_beside_it()
    {
        await using var app = await PublisherApp.StartAsync();
        var day = new ReleasedDay(app);
        var note = await WriteAsync(Path.Combine(app.Vault, day.Note), "mine");

        await day.PublishAsync(day.Item(1));
        await day.WrittenAsync();

        (await File.ReadAllTextAsync(note, Cancel)).ShouldBe("mine");
        (await File.ReadAllTextAsync(note.Replace(".md", " (News-Educator).md", StringComparison.Ordinal), Cancel)).ShouldBe(
            await day.MarkdownAsync()
        );
    }

    private static async Task<ReleasedDay> PublishAsync(PublisherApp app)
    {
        var day = new ReleasedDay(app);
        var (first, second) = (day.Item(1), day.Item(2));
        await day.ArriveAsync(first);
        await day.ArriveAsync(second);
        await day.ArriveAsync(day.Release(first, second));
        await day.WrittenAsync();
        return day;
    }

    /// <summary>A day of one item, whose notes cannot be written so many times.</summary>
    private static async Task<ReleasedDay> ReleaseInVainAsync(PublisherApp app, int attempts)
    {
        var day = new ReleasedDay(app);
        await day.PublishAsync(day.Item(1));
        await Eventually.GetAsync(
            () => app.WithDbAsync(db => db.PendingNotes.AsNoTracking().SingleOrDefaultAsync()),
            notes => notes is { Reason: not null } && notes.Failures >= attempts,
            $"{attempts} attempts"
        );
        return day;
    }

    /// <summary>A person's note.</summary>
    private static async Task<string> WriteAsync(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, Cancel);
        return path;
    }

    private static async Task<Dictionary<string, string>> ContentsAsync(PublisherApp app)
    {
        var contents = new Dictionary<string, string>();
        foreach (var note in app.Notes())
        {
            contents[note] = Convert.ToHexString(await File.ReadAllBytesAsync(Path.Combine(app.Vault, note), Cancel));
        }

        return contents;
    }
}
