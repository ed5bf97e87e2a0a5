using System.Diagnostics;
using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>The <c>review</c> tool as people get it: packed, installed from the folder, run against the product.</summary>
[Collection(DemoDayCollection.Name)]
public sealed class InstalledToolTests(DemoDay day)
{
    private const string Package = "NewsEducator.Review.Cli";

    [Fact]
    public async Task The_packed_tool_is_installed_from_a_folder_and_says_how_the_packs_stand()
    {
        var folder = Directory.CreateTempSubdirectory("review-tool-").FullName;
        try
        {
            var pack = await day.Desk.CutAsync();
            await RunAsync(
                "dotnet",
                "pack",
                Path.Combine(Repository.Root, "tools", "Review.Cli"),
                "-c",
                "Release",
                "--no-build",
                "-o",
                folder
            );
            await RunAsync("dotnet", "tool", "install", Package, "--tool-path", Path.Combine(folder, "bin"), "--source", folder);

            var status = await RunAsync(
                Path.Combine(folder, "bin", "review"),
                "status",
                "--server",
                day.Run.Endpoints["review"].ToString(),
                "--token",
                day.Run.Token
            );

            status.ShouldContain((string)pack["date"]!);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{await output}{await error}");
        return await output;
    }
}
