using NewsEducator.ServiceDefaults.Files;
using Shouldly;
using Xunit;

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
    public async Task A_folder_that_is_none_is_an_error_and_no_file_there()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "deep"), "not a folder", Cancel);

        await Should.ThrowAsync<IOException>(() => SharedFile.ReplaceAsync(Note, null, "one"u8.ToArray(), Cancel));
        (await SharedFile.ReadAsync(Note, Cancel)).ShouldBeNull();
    }
}
