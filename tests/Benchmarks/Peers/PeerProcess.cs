using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NewsEducator.Benchmarks.Peers;

/// <summary>Another's library at work on the same files, in a small program of ours that measures itself; see peer.mjs.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _name;

    private PeerProcess(string name, Process process, IReadOnlyList<string?> results) =>
        (_name, _process, Results) = (name, process, results);

    /// <summary>What it made of each file; null where it failed.</summary>
    public IReadOnlyList<string?> Results { get; }

    /// <param name="name">What the table calls it.</param>
    /// <param name="files">The paths, each of which it reads once.</param>
    /// <param name="command">The program and its first arguments; the list of files comes after the script.</param>
    public static PeerProcess Start(string name, IEnumerable<string> files, params string[] command)
    {
        var list = Path.GetTempFileName();
        File.WriteAllLines(list, files);
        var start = new ProcessStartInfo(command[0], [command[1], list, .. command[2..]])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        return new PeerProcess(name, process, JsonSerializer.Deserialize<List<string?>>(Answer(process))!);
    }

    /// <summary>A side of a race over these of the files.</summary>
    public Side Over(IReadOnlyList<int> files) =>
        new(
            _name,
            passes =>
            {
                _process.StandardInput.WriteLine(JsonSerializer.Serialize(new { passes, take = files }));
                _process.StandardInput.Flush();
                return double.Parse(Answer(_process), CultureInfo.InvariantCulture);
            }
        );

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static string Answer(Process process) =>
        process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{process.StartInfo.FileName} ended before it answered.");
}
