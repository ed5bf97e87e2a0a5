using System.Diagnostics;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary><c>./run</c> names what this machine lacks; the machine's programs are played by scripts on the PATH.</summary>
public sealed class RunScriptTests : IDisposable
{
    private readonly TemporaryFolder _programs = new();

    public RunScriptTests()
    {
        Play("docker", "exit 1");
        Play("podman", "exit 1");
        Play("dotnet", "[ \"$1\" = run ] && echo \"$@\" || exit 0");
    }

    public void Dispose() => _programs.Dispose();

    [Fact]
    public void Arguments_reach_the_AppHost_with_and_without_a_separator()
    {
        Run("--no-install", "--demo", "--data", "/tmp/x").ShouldEndWith("-- --demo --data /tmp/x");
        Run("--no-install", "--", "--demo").ShouldEndWith("-- --demo");
    }

    [Fact]
    public void The_doctor_is_asked_and_nothing_is_installed()
    {
        Play("apt-get", "echo installed");

        Run("doctor", "--data", "/tmp/x").ShouldMatch("^run --project .*/AppHost -c Release -- doctor --data /tmp/x$");
    }

    [Fact]
    public void Without_dotnet_it_says_where_to_get_it()
    {
        Play("dotnet", "exit 1");

        Run("--demo").ShouldStartWith("error: the .NET SDK here is too old: install version 10");
    }

    private string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Repository.In("run"), arguments)
        {
            WorkingDirectory = "/",
            Environment = { ["PATH"] = $"{_programs.Path}:/usr/bin:/bin" },
        };
        return ProgramRun.Of(start).Said;
    }

    private void Play(string program, string script)
    {
        File.WriteAllText(_programs.In(program), $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(_programs.In(program), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
