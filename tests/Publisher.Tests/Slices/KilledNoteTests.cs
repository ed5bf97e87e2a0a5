using NewsEducator.DeliveryRun;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>The service is killed once a note is in the vault and before it has recorded that.</summary>
public sealed class KilledNoteTests : IAsyncLifetime
{
    private readonly DirectoryInfo _vault = Directory.CreateTempSubdirectory("newseducator-killed-note-");
    private readonly DayOfReview _day = new(3);
    private PublisherProcess _publisher = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _publisher = await PublisherProcess.MakeAsync(("Publisher:NotesFolder", _vault.FullName));

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        _vault.Delete(recursive: true);
    }

    [Fact]
    public async Task It_knows_its_own_note_again_and_writes_the_next_revision_into_it()
    {
        await _publisher.ExecuteAsync(
            """
            CREATE FUNCTION wait_for_the_kill() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(60); RETURN NEW; END';
            CREATE TRIGGER slow BEFORE UPDATE ON written_notes FOR EACH ROW EXECUTE FUNCTION wait_for_the_kill();
            """
        );
        await _publisher.PublishAsync(_day);
        var note = await Eventually.GetAsync(() => Task.FromResult(Notes().SingleOrDefault()), file => file is not null, "the note");
        (await File.ReadAllTextAsync(note!, Cancel)).ShouldContain("180 ms");
        await _publisher.KillAsync();
        await EndOtherSessionsAsync();
        await _publisher.ExecuteAsync("DROP TRIGGER slow ON written_notes");

        await using (await _publisher.LockAsync("SELECT 1 FROM outdated_notes FOR UPDATE"))
        {
            await _publisher.StartAsync();
            await _publisher.SendAsync(_day.Corrected(1));
            await Eventually.GetAsync(
                async () => await _publisher.Http.GetStringAsync($"/digests/{_day.Date:yyyy-MM-dd}.md", Cancel),
                text => text.Contains("181 ms", StringComparison.Ordinal),
                "the correction"
            );
        }

        await Eventually.GetAsync(
            () => File.ReadAllTextAsync(note!, Cancel),
            text => text.Contains("181 ms", StringComparison.Ordinal),
            "the note's next revision"
        );
        Notes().ShouldBe([note!]);
    }

    private string[] Notes() => Directory.GetFiles(_vault.FullName, "*资讯日报*.md", SearchOption.AllDirectories);

    // The killed process's sleeping statement holds the row.
    private Task<int> EndOtherSessionsAsync() =>
        _publisher.ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        );
}
