using System.Collections.Concurrent;
using System.Diagnostics;
using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>The programs of <c>samples/subscribers</c>, with the account that subscribers are given.</summary>
internal sealed class SampleSubscribers : IDisposable
{
    // Debian's own, which knows the packages of apt.
    private const string Python = "/usr/bin/python3";

    private readonly List<Sample> _samples = [];

    private sealed record Sample(string Queue, Process Process, ConcurrentQueue<string> Lines);

    public IEnumerable<string> Queues => _samples.Select(sample => sample.Queue);

    /// <summary>Those whose language and packages are here; a line says which are not.</summary>
    public static async Task<SampleSubscribers> StartAsync(Uri messaging)
    {
        var samples = new SampleSubscribers();
        var node = Repository.In("artifacts/npm");
        if (File.Exists(Python) && await RunsAsync(Python, "-c", "import pika"))
        {
            samples.Start(messaging, "sub.sample-python", Python, "-u", Repository.In("samples/subscribers/python/subscriber.py"));
        }
        else
        {
            Missing("the subscriber in Python: python3-pika is not installed");
        }

        if (Directory.Exists(Path.Combine(node, "node_modules/amqplib")))
        {
            // Packages are found from where the script lies.
            var script = Path.Combine(node, "subscriber.mjs");
            File.Copy(Repository.In("samples/subscribers/node/subscriber.mjs"), script, overwrite: true);
            samples.Start(messaging, "sub.sample-node", "node", script);
        }
        else
        {
            Missing("the subscriber in Node: amqplib is not installed in artifacts/npm");
        }

        await samples.SeeAsync("listening");
        return samples;
    }

    /// <summary>Waits until each has printed a line that begins like this.</summary>
    public Task SeeAsync(string line) =>
        Eventually.GetAsync(
            () => Task.FromResult(_samples.SelectMany(sample => sample.Lines.Prepend(sample.Queue)).ToList()),
            _ => _samples.TrueForAll(sample => sample.Lines.Any(each => each.StartsWith(line, StringComparison.Ordinal))),
            $"each sample to print '{line}'"
        );

    public void Dispose()
    {
        foreach (var (_, process, _) in _samples)
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }

    private void Start(Uri messaging, string queue, string program, params string[] arguments)
    {
        var lines = new ConcurrentQueue<string>();
        var process = Process.Start(
            new ProcessStartInfo(program, [.. arguments, messaging.AbsoluteUri, queue])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lines.Enqueue($"error: {line.Data}");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _samples.Add(new Sample(queue, process, lines));
    }

    private static async Task<bool> RunsAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    private static void Missing(string what) => TestContext.Current.TestOutputHelper?.WriteLine($"Not run: {what}; ./test does so.");
}
