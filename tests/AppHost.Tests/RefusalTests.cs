using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>Where the AppHost cannot run it says so in one sentence: what, where, what to do.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_taken_port()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        await ShouldRefuseAsync(
            _data.Path,
            $"Port {port} for review is taken: stop what listens there, or choose another with --review-port.",
            "--review-port",
            port
        );
    }

    [Theory]
    [InlineData("--review-port", "abc")]
    [InlineData("--publisher-port", "70000")]
    public Task A_port_that_is_none(string option, string given) =>
        ShouldRefuseAsync(_data.Path, $"{option} {given} is no port: give a number from 1 to 65535.", option, given);

    [Fact]
    public Task The_same_port_twice() =>
        ShouldRefuseAsync(
            _data.Path,
            "Port 23456 is given to review and to publisher: choose another with --publisher-port.",
            "--review-port",
            "23456",
            "--publisher-port",
            "23456"
        );

    [Fact]
    public Task Unknown_servers() =>
        ShouldRefuseAsync(_data.Path, "--servers none is unknown: give containers or processes.", "--servers", "none");

    [Theory]
    [InlineData("model", "--demo-engine model is unknown: give script or extractive.")]
    [InlineData("script", "--demo-engine script answers for the sample day only: add --demo, or configure Chat:Endpoint.")]
    public Task An_engine_that_the_demo_does_not_have(string engine, string sentence) =>
        ShouldRefuseAsync(_data.Path, sentence, "--demo-engine", engine);

    [Theory]
    [InlineData("postgres-bin", "PostgreSQL is missing (no initdb in /nowhere): install it, on Debian with: apt-get install postgresql")]
    [InlineData(
        "rabbitmq-bin",
        "RabbitMQ is missing (no rabbitmq-server in /nowhere, or no epmd): install it, on Debian with: apt-get install rabbitmq-server"
    )]
    public Task A_missing_server(string setting, string sentence) =>
        ShouldRefuseAsync(_data.Path, sentence, $"--{setting}", "/nowhere", "--servers", "processes");

    [Fact]
    public async Task A_folder_that_cannot_be_written()
    {
        await File.WriteAllTextAsync(_data.In("file"), "", TestContext.Current.CancellationToken);

        await ShouldRefuseAsync(_data.In("file/data"), $"The data folder {_data.In("file/data")} cannot be written");
    }

    [Fact]
    public async Task A_database_of_another_major_version()
    {
        Directory.CreateDirectory(_data.In("postgres"));
        await File.WriteAllTextAsync(_data.In("postgres/PG_VERSION"), "9\n", TestContext.Current.CancellationToken);

        await ShouldRefuseAsync(
            _data.Path,
            $"The database in {_data.In("postgres")} was made by PostgreSQL 9, but this machine has ",
            "--servers",
            "processes"
        );
    }

    [Fact]
    public async Task A_full_disk()
    {
        var disk = Directory.CreateDirectory(_data.In("disk")).FullName;
        Assert.SkipUnless(Runs("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", disk), "Only root can mount a small disk.");
        try
        {
            await ShouldRefuseAsync(Path.Combine(disk, "data"), $"The disk of the data folder {disk}/data has ");
        }
        finally
        {
            Runs("umount", disk);
        }
    }

    [Fact]
    public async Task A_data_folder_in_use()
    {
        await using var held = new FileStream(_data.In("lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        await ShouldRefuseAsync(_data.Path, $"The data folder {_data.Path} is in use by another run");
    }

    // Aspire waits two minutes for it.
    [Fact]
    [Trait("Category", "Long")]
    public async Task An_orchestrator_that_does_not_come_up()
    {
        var (exitCode, lines) = await AppHostRun.RunToEndAsync(_data.Path, "--dcp-cli-path", await DcpThatDoesNotStartAsync());

        exitCode.ShouldBe(1);
        lines[^1]
            .ShouldStartWith("error: Aspire's DCP, which starts the servers and services, did not answer. Nothing is lost: start again.");
    }

    /// <summary>It says what it is, and ends at once when it is to serve.</summary>
    private async Task<string> DcpThatDoesNotStartAsync()
    {
        var path = _data.In("dcp");
        await File.WriteAllTextAsync(path, $"#!/bin/sh\n[ \"$1\" = start-apiserver ] || exec {Dcp} \"$@\"\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    private static string Dcp =>
        Assembly
            .LoadFrom(AppHostRun.AppHost)
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(each => string.Equals(each.Key, "dcpclipath", StringComparison.OrdinalIgnoreCase))
            .Value!;

    private static async Task ShouldRefuseAsync(string data, string sentence, params string[] arguments)
    {
        var (exitCode, lines) = await AppHostRun.RunToEndAsync(data, arguments);

        exitCode.ShouldBe(1);
        lines
            .Where(line => line.StartsWith("error: ", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldStartWith($"error: {sentence}");
        lines.ShouldNotContain(line => line.Contains("Exception", StringComparison.Ordinal));
    }

    private static bool Runs(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
