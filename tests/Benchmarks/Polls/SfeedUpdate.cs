using System.Diagnostics;

namespace NewsEducator.Benchmarks.Polls;

/// <summary>sfeed_update as it is shipped, over so many feeds of a server, eight at once.</summary>
internal sealed class SfeedUpdate : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("news-educator-");

    public SfeedUpdate(int port, int feeds)
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "feeds"));
        File.WriteAllText(
            Path.Combine(_folder.FullName, "sfeedrc"),
            $$"""
            sfeedpath="{{_folder.FullName}}/feeds"
            feeds() {
            {{string.Concat(Enumerable.Range(1, feeds).Select(number => $"feed 'f{number}' 'http://127.0.0.1:{port}/{number}.xml'\n"))}}}
            """
        );
    }

    public async Task RunAsync()
    {
        using var update = Process.Start(
            new ProcessStartInfo("sfeed_update", [Path.Combine(_folder.FullName, "sfeedrc")]) { RedirectStandardOutput = true }
        )!;
        await update.StandardOutput.ReadToEndAsync();
        await update.WaitForExitAsync();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
