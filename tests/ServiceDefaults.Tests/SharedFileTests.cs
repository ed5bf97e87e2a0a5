using Microsoft.Extensions.Time.Testing;
using NewsEducator.ServiceDefaults.Files;
using NewsEducator.Testing;

namespace NewsEducator.ServiceDefaults.Tests;

public sealed class SharedFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shared-file-");

    private string Note => Path.Combine(_folder.FullName, "deep", "note.md");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_stands_there_as_expected_is_replaced_and_nothing_else_is_left()
    {
        (await SharedFile.ReplaceAsync(Note, null, "one"u8.ToArray(), Cancel)).ShouldBeTrue();
        (await SharedFile.ReplaceAsync(Note, "one"u8.ToArray(), "two"u8.ToArray(), Cancel)).ShouldBeTrue();

        (await File.ReadAllTextAsync(Note, Cancel)).ShouldBe("two");
        Directory.GetFiles(Path.GetDirectoryName(Note)!).ShouldBe([Note]);
    }

    [Fact]
    public async Task What_somebody_changed_or_made_meanwhile_is_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Note)!);
        await File.WriteAllTextAsync(Note, "theirs", Cancel);

        (await SharedFile.ReplaceAsync(Note, "one"u8.ToArray(), "two"u8.ToArray(), Cancel)).ShouldBeFalse();
        (await SharedFile.ReplaceAsync(Note, null, "two"u8.ToArray(), Cancel)).ShouldBeFalse();

        (await File.ReadAllTextAsync(Note, Cancel)).ShouldBe("theirs");
        Directory.GetFiles(Path.GetDirectoryName(Note)!).ShouldBe([Note]);
    }

    [Fact]
    public async Task A_save_into_what_was_just_replaced_comes_back()
    {
        (await SharedFile.ReplaceAsync(Note, null, "one"u8.ToArray(), Cancel)).ShouldBeTrue();
        await using var editor = new FileStream(Note, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

        var time = new FakeTimeProvider();
        var exchange = SharedFile.ReplaceAsync(Note, "one"u8.ToArray(), "two"u8.ToArray(), time, Cancel);
        await Eventually.GetAsync(() => File.ReadAllTextAsync(Note, Cancel), text => text == "two", "the exchange");
        editor.SetLength(0);
        await editor.WriteAsync("theirs"u8.ToArray(), Cancel);
        await editor.FlushAsync(Cancel);
        while (!exchange.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await exchange).ShouldBeFalse();
        (await File.ReadAllTextAsync(Note, Cancel)).ShouldBe("theirs");
        Directory.GetFiles(Path.GetDirectoryName(Note)!).ShouldBe([Note]);
    }

    [Theory]
    [InlineData("one", "two", "two")]
    [InlineData("theirs, saved at the exchange", "two", "theirs, saved at the exchange")]
    [InlineData("theirs, saved at the exchange", "theirs, saved later", "theirs, saved later")]
    public async Task What_a_kill_interrupted_is_ended_and_no_former_text_stays(string former, string now, string then)
    {
        var exchange = await ExchangedAsync();
        await File.WriteAllTextAsync(exchange.Former, former, Cancel);
        await File.WriteAllTextAsync(Note, now, Cancel);

        (await SharedFile.EndInterruptedAsync(_folder.FullName, DateTimeOffset.MinValue, Cancel)).ShouldBe(1);

        (await File.ReadAllTextAsync(Note, Cancel)).ShouldBe(then);
        Directory.GetFiles(Path.GetDirectoryName(Note)!).ShouldBe([Note]);
    }

    [Fact]
    public async Task Drafts_go_once_nobody_can_be_at_work_on_them_and_other_hidden_files_stay()
    {
        var draft = (await ExchangedAsync()).Draft;
        var other = Path.Combine(Path.GetDirectoryName(Note)!, ".note.md.tmp");
        await File.WriteAllTextAsync(draft, "three", Cancel);
        await File.WriteAllTextAsync(other, "theirs", Cancel);
        var written = File.GetLastWriteTimeUtc(draft);

        (await SharedFile.EndInterruptedAsync(_folder.FullName, written, Cancel)).ShouldBe(0);
        (await SharedFile.EndInterruptedAsync(_folder.FullName, written.AddSeconds(1), Cancel)).ShouldBe(1);

        Directory.GetFiles(Path.GetDirectoryName(Note)!).ShouldBe([Note, other], ignoreOrder: true);
    }

    [Fact]
    public async Task A_folder_that_is_none_is_an_error_and_no_file_there()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "deep"), "not a folder", Cancel);

        await Should.ThrowAsync<IOException>(() => SharedFile.ReplaceAsync(Note, null, "one"u8.ToArray(), Cancel));
        (await SharedFile.ReadAsync(Note, Cancel)).ShouldBeNull();
    }

    /// <returns>The note "two", and the files of its exchange for "one" as a kill would leave them.</returns>
    private async Task<FileExchange> ExchangedAsync()
    {
        (await SharedFile.ReplaceAsync(Note, null, "two"u8.ToArray(), Cancel)).ShouldBeTrue();
        return FileExchange.Of(Note, "one"u8.ToArray(), "two"u8.ToArray());
    }
}
