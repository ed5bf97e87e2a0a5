using System.Diagnostics;
using System.Globalization;
using NewsEducator.Testing;

namespace NewsEducator.Benchmarks.Items;

/// <summary>Samples of the services' stacks by <c>perf</c>, each counted to the part of the work that is innermost in it.</summary>
internal sealed class Profile : IDisposable
{
    private const string File = "artifacts/item.perf";
    private const string Other = "runtime, kernel";

    private static readonly (string Part, string[] Names)[] Parts =
    [
        ("JSON", ["System.Text.Json", "System.Text.Encodings.Web"]),
        (
            "telemetry",
            ["OpenTelemetry", "System.Diagnostics.DiagnosticSource", "System.Diagnostics.Activity", "Microsoft.Extensions.Logging"]
        ),
        ("database", ["Npgsql", "Microsoft.EntityFrameworkCore", "EFCore."]),
        ("bus", ["MassTransit", "RabbitMQ"]),
        (
            "HTTP",
            [
                "Microsoft.AspNetCore",
                "System.Net.Http",
                "Refit",
                "Polly",
                "Microsoft.Extensions.Http",
                "Microsoft.Extensions.ServiceDiscovery",
            ]
        ),
        ("own work", ["NewsEducator"]),
    ];

    private readonly Process _perf;
    private readonly IReadOnlyDictionary<string, int> _processes;

    private Profile(Process perf, IReadOnlyDictionary<string, int> processes) => (_perf, _processes) = (perf, processes);

    /// <summary>Lets perf find the names of compiled methods, which lie in a shared file otherwise.</summary>
    public static void Allow(ProcessStartInfo service)
    {
        service.Environment["DOTNET_PerfMapEnabled"] = "1";
        service.Environment["DOTNET_EnableWriteXorExecute"] = "0";
    }

    public static Profile Begin(IReadOnlyDictionary<string, int> processes)
    {
        Directory.CreateDirectory(Repository.In("artifacts"));
        var services = RunningProduct.Services.Select(service => processes[service].ToString(CultureInfo.InvariantCulture));
        string[] arguments =
        [
            "record",
            "-q",
            "-e",
            "cpu-clock",
            "-F",
            "499",
            "-g",
            "-o",
            Repository.In(File),
            "-p",
            string.Join(',', services),
        ];
        return new Profile(Process.Start("perf", arguments), processes);
    }

    /// <summary>Ends it, and writes what each service spent on each part.</summary>
    /// <param name="spent">Milliseconds by service, which the samples share out.</param>
    /// <param name="items">That were worked on.</param>
    /// <param name="log">Takes a line for each service.</param>
    public void Write(IReadOnlyDictionary<string, double> spent, int items, TextWriter log)
    {
        Processes.Signal(_perf.Id, "INT");
        _perf.WaitForExit();
        var samples = Samples().ToList();
        string[] parts = [.. Parts.Select(each => each.Part), "compiling", Other];
        log.WriteLine($"  {"", -10} {string.Join(' ', parts.Select(part => $"{part, 16}"))}");
        foreach (var service in RunningProduct.Services)
        {
            var own = samples.Where(sample => sample.Process == _processes[service]).Select(sample => sample.Part).ToList();
            var figures = parts.Select(part =>
                (spent[service] / items * own.Count(each => each == part) / Math.Max(1, own.Count)).ToString(
                    "0.00",
                    CultureInfo.InvariantCulture
                )
            );
            log.WriteLine($"  {service, -10} {string.Join(' ', figures.Select(figure => $"{figure, 16}"))}");
        }

        log.WriteLine($"  perf report -i {File} shows all of it");
    }

    public void Dispose()
    {
        if (!_perf.HasExited)
        {
            _perf.Kill();
        }

        _perf.Dispose();
    }

    /// <remarks>A line with the process, then one for each frame, the innermost first: address, name, (file).</remarks>
    private static IEnumerable<(int Process, string Part)> Samples()
    {
        using var script = Process.Start(
            new ProcessStartInfo("perf", ["script", "-i", Repository.In(File), "-F", "pid,ip,sym,dso"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        script.ErrorDataReceived += (_, _) => { };
        script.BeginErrorReadLine();
        var (process, frames) = (0, new List<string>());
        while (script.StandardOutput.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                yield return (process, PartOf(frames));
                frames.Clear();
            }
            else if (int.TryParse(line.Trim().TrimEnd(':'), CultureInfo.InvariantCulture, out var next))
            {
                process = next;
            }
            else
            {
                frames.Add(line);
            }
        }
    }

    private static string PartOf(List<string> frames) =>
        frames.Exists(frame => frame.Contains("libclrjit", StringComparison.Ordinal))
            ? "compiling"
            : frames.Select(PartOf).FirstOrDefault(part => part is not null) ?? Other;

    private static string? PartOf(string frame) =>
        Parts.FirstOrDefault(part => part.Names.Any(name => frame.Contains(name, StringComparison.Ordinal))).Part;
}
