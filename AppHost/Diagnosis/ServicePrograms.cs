using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting;
using Microsoft.Extensions.Configuration;
using NewsEducator.AppHost.Running;
using NewsEducator.AppHost.Servers;

namespace NewsEducator.AppHost.Diagnosis;

/// <summary>Runs each service's program with the argument <c>doctor</c>: it checks what the service needs and does not start it.</summary>
internal static class ServicePrograms
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Upstreams = ["github", "youtube", "huggingface"];
    private static readonly string[] Script = ["model"];

    private static readonly Dictionary<string, IProjectMetadata> Projects = new()
    {
        ["collector"] = new global::Projects.Collector(),
        ["summarizer"] = new global::Projects.Summarizer(),
        ["compliance"] = new global::Projects.Compliance(),
        ["review"] = new global::Projects.Review(),
        ["publisher"] = new global::Projects.Publisher(),
    };

    public static async Task<List<Finding>> ExamineAsync(IConfiguration settings, Preflight preflight)
    {
        var found = await Task.WhenAll(Projects.Select(service => ExamineAsync(service.Key, service.Value, settings, preflight)));
        return [.. found.SelectMany(findings => findings)];
    }

    private static async Task<List<Finding>> ExamineAsync(
        string service,
        IProjectMetadata project,
        IConfiguration settings,
        Preflight preflight
    )
    {
        var (program, folder) = Programs.Of(project);
        var start = new ProcessStartInfo(
            program,
            ["doctor", .. Skipped(service, settings, preflight).SelectMany(check => new[] { "--skip", check })]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in EnvironmentOf(service, settings, preflight))
        {
            start.Environment[variable] = value;
        }

        using var run = Process.Start(start)!;
        var errors = run.StandardError.ReadToEndAsync();
        var output = run.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            await run.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            run.Kill();
            return
            [
                new Finding(
                    service,
                    "program",
                    FindingState.Fault,
                    $"{program} doctor did not end within {Patience.TotalMinutes} minutes."
                ),
            ];
        }

        var found = (await output).Split('\n').Select(line => Read(service, line)).OfType<Finding>().ToList();
        return found.Count > 0 ? found : [Broken(service, program, run.ExitCode, await errors)];
    }

    // Ok⇥github⇥GitHub takes the token, 4990 of 5000 requests left until 10:00 UTC.
    private static Finding? Read(string service, string line) =>
        line.Split('\t', 3) is [var state, var check, var said] && Enum.TryParse<FindingState>(state, out var known)
            ? new Finding(service, check, known, said)
            : null;

    /// <summary>A setting that cannot even be read ends the program, which then says which one.</summary>
    private static Finding Broken(string service, string program, int exitCode, string errors) =>
        new(
            service,
            "program",
            FindingState.Fault,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{program} ended with exit code {exitCode}: {errors.Split('\n').FirstOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "it said nothing"}"
            )
        );

    /// <summary>Servers that the AppHost starts itself are not there yet; the demo asks no host, and its model is a script.</summary>
    private static IEnumerable<string> Skipped(string service, IConfiguration settings, Preflight preflight) =>
        new[] { ("postgres", $"{service}db"), ("rabbitmq", "messaging") }
            .Where(server => !preflight.IsConfigured(server.Item2))
            .Select(server => server.Item1)
            .Concat(settings.GetValue("demo", false) ? Upstreams : [])
            .Concat(settings.GetValue("demo", false) && string.IsNullOrEmpty(settings["Chat:Endpoint"]) ? Script : []);

    /// <summary>What a start would give the service; new secrets, for the kept ones are no matter for a doctor.</summary>
    private static Dictionary<string, string?> EnvironmentOf(string service, IConfiguration settings, Preflight preflight)
    {
        var secrets = KeptSecrets.Fresh();
        var given = new Dictionary<string, string?>
        {
            ["Auth__LocalToken"] = secrets[$"Parameters:{KeptSecrets.LocalToken}"],
            ["Auth__ServiceToken"] = secrets[$"Parameters:{KeptSecrets.ServiceToken}"],
            ["Signing__KeyId"] = KeptSecrets.SigningKeyId,
            ["Signing__PrivateKey"] = secrets[$"Parameters:{KeptSecrets.SigningKey}"],
            [$"Signing__PublicKeys__{KeptSecrets.SigningKeyId}"] = secrets[$"Parameters:{KeptSecrets.SigningPublicKey}"],
            ["Publisher__Webhooks__Key"] = secrets[$"Parameters:{KeptSecrets.WebhookKey}"],
            ["Publisher__NotesFolder"] = preflight.Data.In("notes"),
            ["Notes__Folder"] = preflight.Data.In("notes"),
            ["Database__MigrateAtStart"] = "true",
            [$"ConnectionStrings__{service}db"] = settings.GetConnectionString($"{service}db") ?? "Host=localhost",
            ["ConnectionStrings__messaging"] = settings.GetConnectionString("messaging") ?? "amqp://localhost",
        };
        foreach (var key in PassedOnSettings.Keys.GetValueOrDefault(service, []).Where(key => !string.IsNullOrEmpty(settings[key])))
        {
            given[PassedOnSettings.Variable(key)] = settings[key];
        }

        return given;
    }
}
