using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.AppHost.Tests;

/// <summary><c>doctor</c> on machines that really are as it says.</summary>
public sealed class DoctorTests : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private readonly WebApplication _github = LoopbackHttp.New();
    private readonly Dictionary<string, string?> _environment = new() { ["GitHub__Token"] = null };

    public async ValueTask InitializeAsync()
    {
        _github.MapFallback(() => Results.Text("{}", "application/json"));
        await _github.StartAsync(TestContext.Current.CancellationToken);
        foreach (var upstream in new[] { "GitHub", "YouTube", "YouTubeData", "HuggingFace" })
        {
            _environment[$"Upstreams__{upstream}"] = $"{_github.Urls.First()}/{upstream}/";
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _github.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_machine_that_has_what_it_needs()
    {
        var doctor = await ExamineAsync("--demo", "--servers", "processes");

        doctor.ExitCode.ShouldBe(0, doctor.Said);
        doctor.Said.ShouldMatch(@"(?m)^ok +machine dotnet +\.NET 10\.");
        doctor.Said.ShouldMatch(@"(?m)^ok +machine servers +.* PostgreSQL 1\d\.\d+, RabbitMQ \d+\.\d+");
        doctor.Said.ShouldMatch(@"(?m)^ok +machine ports +\d+ and \d+ are free\.$");
        foreach (var service in RunningProduct.Services)
        {
            doctor.Said.ShouldMatch($"(?m)^ok +{service} settings +All settings are valid");
        }

        doctor.Said.ShouldContain("0 faults, 0 warnings.");
        Directory.EnumerateFileSystemEntries(_data.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_that_is_not_there_yet_is_not_made()
    {
        var doctor = await BuiltAppHost.RunAsync(
            _environment,
            "doctor",
            "--data",
            _data.In("new/data"),
            "--demo",
            "--servers",
            "processes"
        );

        doctor.Said.ShouldMatch($"(?m)^ok +machine data-folder +{_data.In("new/data")} can be written");
        doctor.Said.ShouldMatch(@"(?m)^ok +machine disk +[\d,]+ MB are free");
        Directory.EnumerateFileSystemEntries(_data.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_in_the_place_of_a_folder()
    {
        await File.WriteAllTextAsync(_data.In("file"), "", TestContext.Current.CancellationToken);

        var doctor = await BuiltAppHost.RunAsync(
            _environment,
            "doctor",
            "--data",
            _data.In("file/data"),
            "--demo",
            "--servers",
            "processes"
        );

        doctor.Said.ShouldMatch($"(?m)^fault +machine data-folder +The data folder {_data.In("file/data")} cannot be written");
        doctor.Said.ShouldMatch($"(?m)^fault +publisher vault-folder +{_data.In("file/data/notes")} cannot be written");
    }

    [Fact]
    public async Task Servers_that_refuse_or_are_not_there_a_token_that_is_refused_and_settings_that_cannot_be()
    {
        var servers = await TestServers.StartAsync();
        var sound = servers.NewDatabase();
        _environment["ConnectionStrings__collectordb"] = Changed(sound, address => address.Password = "wrong-secret");
        _environment["ConnectionStrings__summarizerdb"] = Changed(sound, address => address.Database = "missing");
        _environment["ConnectionStrings__compliancedb"] = Changed(sound, address => address.Port = LoopbackPort.Free());
        _environment["ConnectionStrings__reviewdb"] = _environment["ConnectionStrings__publisherdb"] = sound;
        var broker = new UriBuilder(servers.RabbitMq.Uri) { Password = "other-secret" };
        _environment["ConnectionStrings__messaging"] = broker.Uri.ToString();
        _environment["GitHub__Token"] = "refused-secret";
        _environment["Review__PackSize"] = _environment["Idempotency__MostPerPerson"] = "-1";
        _environment["Bus__Prefetch"] = "many";
        _github.MapGet("/GitHub/rate_limit", (HttpRequest request) => Refuse(request));

        var broken = await ExamineAsync();
        _environment.Remove("Bus__Prefetch");
        var doctor = await ExamineAsync();

        broken.Said.ShouldMatch("(?m)^fault +collector program .*'many' at 'Bus:Prefetch'");
        doctor.ExitCode.ShouldBe(1);
        doctor.Said.ShouldMatch(
            @"(?m)^fault +collector postgres +PostgreSQL at 127\.0\.0\.1:\d+ refuses user postgres .*put the right .* into ConnectionStrings__collectordb\.$"
        );
        doctor.Said.ShouldMatch(
            @"(?m)^fault +summarizer postgres +PostgreSQL at \S+ has no database missing: make it .*ConnectionStrings__summarizerdb\.$"
        );
        doctor.Said.ShouldMatch(
            @"(?m)^fault +compliance postgres +PostgreSQL at \S+ does not answer .*: start it, or correct ConnectionStrings__compliancedb\.$"
        );
        doctor.Said.ShouldMatch(@"(?m)^ok +publisher postgres +PostgreSQL at \S+ is 1\d");
        doctor.Said.ShouldMatch(
            @"(?m)^fault +publisher rabbitmq +RabbitMQ at \S+ refuses user guest: put the right .* into ConnectionStrings__messaging\.$"
        );
        doctor.Said.ShouldMatch(
            @"(?m)^fault +collector github +GitHub refuses the token \(401\): make a new one at .* and set GitHub__Token\.$"
        );
        doctor.Said.ShouldMatch("(?m)^fault +review settings +(?=.*PackSize)(?=.*MostPerPerson).*docs/configuration.md");
        doctor.Said.ShouldNotContain("secret");
        doctor.Said.ShouldNotContain(new NpgsqlConnectionStringBuilder(sound).Password!);
    }

    [Fact]
    public async Task A_broker_that_is_not_there_and_a_clock_that_is_wrong()
    {
        var servers = await TestServers.StartAsync();
        foreach (var service in RunningProduct.Services)
        {
            _environment[$"ConnectionStrings__{service}db"] = servers.NewDatabase();
        }

        _environment["ConnectionStrings__messaging"] = Invariant($"amqp://guest:guest@127.0.0.1:{LoopbackPort.Free()}");
        _github.MapGet("/GitHub/rate_limit", (HttpResponse response) => response.Headers.Date = "Mon, 02 Mar 2026 09:00:00 GMT");

        var doctor = await ExamineAsync();

        doctor.ExitCode.ShouldBe(1);
        doctor.Said.ShouldMatch(
            @"(?m)^fault +review rabbitmq +RabbitMQ at 127\.0\.0\.1:\d+ does not answer .*: start it, or correct ConnectionStrings__messaging\.$"
        );
        doctor.Said.ShouldMatch(
            @"(?m)^fault +collector github +This machine's clock is \d+ s (ahead of|behind) that of GitHub at 127\.0\.0\.1: have both"
        );
        doctor.Said.ShouldContain("PostgreSQL and RabbitMQ are those of the connection strings.");
    }

    [Theory]
    [InlineData("size=20m", "The disk of the data folder {0} has ", "The disk of {0}/notes has ")]
    [InlineData("ro", "The data folder {0} cannot be written", "{0}/notes cannot be written")]
    public async Task A_disk_that_takes_nothing(string option, string folder, string vault)
    {
        var disk = Directory.CreateDirectory(_data.In("disk")).FullName;
        Assert.SkipUnless(Runs("mount", "-t", "tmpfs", "-o", option, "tmpfs", disk), "Only root can mount a small disk.");
        try
        {
            var doctor = await BuiltAppHost.RunAsync(_environment, "doctor", "--data", disk, "--demo");

            doctor.ExitCode.ShouldBe(1);
            doctor.Said.ShouldMatch($"(?m)^fault +machine (disk|data-folder) +{string.Format(CultureInfo.InvariantCulture, folder, disk)}");
            doctor.Said.ShouldMatch($"(?m)^fault +publisher vault-folder +{string.Format(CultureInfo.InvariantCulture, vault, disk)}");
            doctor.Said.ShouldMatch("(?m)^fault +review notes-folder ");
        }
        finally
        {
            Runs("umount", disk);
        }
    }

    private static IResult Refuse(HttpRequest request) =>
        request.Headers.Authorization == "Bearer refused-secret" ? Results.Unauthorized() : Results.Ok();

    private static string Changed(string address, Action<NpgsqlConnectionStringBuilder> change)
    {
        var changed = new NpgsqlConnectionStringBuilder(address);
        change(changed);
        return changed.ConnectionString;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static bool Runs(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private Task<ProgramRun> ExamineAsync(params string[] options) =>
        BuiltAppHost.RunAsync(
            _environment,
            [
                "doctor",
                "--data",
                _data.Path,
                "--review-port",
                Invariant($"{LoopbackPort.Free()}"),
                "--publisher-port",
                Invariant($"{LoopbackPort.Free()}"),
                .. options,
            ]
        );
}
