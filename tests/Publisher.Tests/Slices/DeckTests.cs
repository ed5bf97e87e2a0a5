using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Cards.Decks;
using NewsEducator.Publisher.Tests.Node;
using NewsEducator.Publisher.Withdrawals;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>Decks are read back with SQLite, and with a reader that others wrote.</summary>
[Collection(SliceCollection.Name)]
public sealed class DeckTests(PublisherFixture fixture)
{
    private readonly ReleasedDay _day = new(fixture.App);
    private readonly HttpClient _http = fixture.App.CreateClient();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Deck => $"/decks/concepts/{Content.Concept.Key}/cards.apkg";

    private ApprovedContent Content =>
        _day.ContentOf(1) with
        {
            Title = "<b>bold</b> & `code {{x}}`",
            Concept = new Concept { Key = $"deck-{_day.Date:O}", Name = "连接 池" },
        };

    private sealed record Note(string Guid, long Type, long Deck, long Changed, string Tags, string[] Fields);

    [Fact]
    public async Task A_deck_holds_the_questions_of_its_cards_as_text()
    {
        await _day.PublishAsync(_day.Item(1, Content), _day.Item(2));

        var notes = Read(await _http.GetByteArrayAsync(Deck, Cancel));

        notes.Count.ShouldBe(2);
        notes.ShouldAllBe(note => note.Type == AnkiPackage.NoteTypeId && note.Deck == AnkiPackage.DeckId);
        notes[0].Fields[0].ShouldStartWith("&lt;b&gt;bold&lt;/b&gt; &amp; <code>code &#123;&#123;x}}</code>：");
        notes[0].Fields[3].ShouldContain($"https://news.example/items/{Content.ItemId}");
        notes[0].Tags.ShouldBe($" NewsEducator 连接_池 {Content.Type} ");
        Read(await _http.GetByteArrayAsync($"/decks/months/{_day.Date:yyyy-MM}/cards.apkg", Cancel))
            .Select(note => note.Guid)
            .ShouldContain(notes[0].Guid);
        Read(await _http.GetByteArrayAsync("/decks/cards.apkg", Cancel)).Select(note => note.Guid).ShouldContain(notes[0].Guid);
        (await _http.GetStringAsync($"/concepts/{Content.Concept.Key}", Cancel)).ShouldContain(Deck);
        (await _http.GetStringAsync($"/archive/{_day.Date:yyyy-MM}", Cancel)).ShouldContain("cards.apkg");
        (await _http.GetAsync("/decks/concepts/nothing/cards.apkg", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _http.GetAsync("/decks/months/nothing/cards.apkg", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_same_cards_are_the_same_bytes_and_are_not_sent_twice()
    {
        await _day.PublishAsync(_day.Item(1, Content));
        var first = await _http.GetAsync(Deck, Cancel);

        (await _http.GetByteArrayAsync(Deck, Cancel)).ShouldBe(await first.Content.ReadAsByteArrayAsync(Cancel));
        using var request = new HttpRequestMessage(HttpMethod.Get, Deck) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        (await _http.SendAsync(request, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        first.Content.Headers.ContentDisposition!.FileName.ShouldBe("cards.apkg");
    }

    [Fact]
    public async Task G14_A_mended_front_is_the_same_note_with_a_later_time()
    {
        var item = _day.Item(1, Content);
        await _day.PublishAsync(item);
        var before = Read(await _http.GetByteArrayAsync(Deck, Cancel));
        // Anki's times have no fractions of a second.
        await Eventually.NextSecondAsync();

        await _day.CorrectAsync(item, Content with { Title = "mended" });

        var after = Read(await _http.GetByteArrayAsync(Deck, Cancel));
        after.Select(note => (note.Guid, note.Type, note.Deck)).ShouldBe(before.Select(note => (note.Guid, note.Type, note.Deck)));
        after[0].Fields[0].ShouldStartWith("mended：");
        after[0].Changed.ShouldBeGreaterThan(before[0].Changed);
    }

    [Theory]
    [InlineData(WithdrawalKind.Retraction)]
    [InlineData(WithdrawalKind.Takedown)]
    public async Task G14_A_later_import_updates_what_was_withdrawn_and_doubles_nothing(WithdrawalKind kind)
    {
        await _day.PublishAsync(_day.Item(1, Content), _day.Item(2, _day.ContentOf(2) with { Concept = Content.Concept }));
        var before = Read(await _http.GetByteArrayAsync(Deck, Cancel));

        await _day.WithdrawAsync(Content.ItemId, kind);

        var after = Read(await _http.GetByteArrayAsync(Deck, Cancel));
        after.Select(note => (note.Guid, note.Type, note.Deck)).ShouldBe(before.Select(note => (note.Guid, note.Type, note.Deck)));
        after.Zip(before).ShouldAllBe(pair => pair.First.Changed >= pair.Second.Changed);
        after.Count(note => note.Tags.Contains("已撤回")).ShouldBe(2);
        after.Take(2).ShouldAllBe(note => note.Fields[1] == "原因：数字与来源不符" && note.Fields[2] == "");
        after.Take(2).All(note => note.Fields[0].Contains("bold")).ShouldBe(kind == WithdrawalKind.Retraction);
        after.Skip(2).ShouldAllBe(note => !note.Tags.Contains("已撤回"));
    }

    [Fact]
    public async Task A_reader_that_others_wrote_reads_the_deck()
    {
        await _day.PublishAsync(_day.Item(1, Content));
        var file = Path.Combine(fixture.App.Vault, $"{Guid.NewGuid():N}.apkg");
        await File.WriteAllBytesAsync(file, await _http.GetByteArrayAsync(Deck, Cancel), Cancel);

        var decks = JsonNode.Parse(await NodeScripts.RunAsync("anki.mjs", file))!.AsArray();

        var deck = decks.Single(each => (string)each!["id"]! == $"{AnkiPackage.DeckId}")!;
        ((string)deck["name"]!).ShouldBe("技术资讯日报");
        deck["cards"]!.AsArray().Count.ShouldBe(2);
        deck["cards"]!.ToJsonString().ShouldContain("bold");
    }

    private static List<Note> Read(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        zip.Entries.Select(entry => entry.FullName).ShouldBe(["collection.anki2", "media"]);
        var file = Path.GetTempFileName();
        zip.GetEntry("collection.anki2")!.ExtractToFile(file, overwrite: true);
        try
        {
            using var collection = new SqliteConnection($"Data Source={file};Pooling=False");
            collection.Open();
            using var command = collection.CreateCommand();
            command.CommandText = """
                SELECT n.guid, n.mid, c.did, n.mod, n.tags, n.flds FROM notes n JOIN cards c ON c.nid = n.id ORDER BY c.due;
                """;
            using var reader = command.ExecuteReader();
            var notes = new List<Note>();
            while (reader.Read())
            {
                notes.Add(
                    new Note(
                        reader.GetString(0),
                        reader.GetInt64(1),
                        reader.GetInt64(2),
                        reader.GetInt64(3),
                        reader.GetString(4),
                        reader.GetString(5).Split('\u001f')
                    )
                );
            }

            notes.Select(note => note.Guid).Distinct().Count().ShouldBe(notes.Count);
            return notes;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
