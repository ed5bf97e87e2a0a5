using System.Diagnostics;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary><c>./run</c> says which engine it takes and why; the machine's programs are played by scripts on the PATH.</summary>
public sealed class EngineChoiceTests : IDisposable
{
    private readonly TemporaryFolder _programs = new();

    public EngineChoiceTests()
    {
        Play("docker", "exit 1");
        Play("podman", "exit 1");
        Play("dotnet", "exit 0");
    }

    public void Dispose() => _programs.Dispose();

    [Fact]
    public void Local_where_no_container_engine_answers() => Which().ShouldBe("Engine: local (no container engine answers)");

    [Fact]
    public void Local_where_Aspire_cannot_be_restored()
    {
        Play("docker", "exit 0");
        Play("dotnet", "[ $1 != restore ]");

        Which().ShouldBe("Engine: local (docker answers, but Aspire's SDK cannot be restored)");
    }

    [Fact]
    public void Aspire_where_both_are_there()
    {
        Play("podman", "exit 0");

        Which().ShouldBe("Engine: aspire (podman answers and Aspire's SDK restores)");
    }

    [Theory]
    [InlineData("local")]
    [InlineData("aspire")]
    public void What_is_asked_for_is_taken(string engine) => Which("--engine", engine).ShouldBe($"Engine: {engine} (asked for)");

    [Theory]
    [InlineData("error: --engine is local or aspire, not 'docker'.", "--engine", "docker")]
    [InlineData("error: unknown option --dem; see ./run --help", "--dem")]
    [InlineData("error: --data needs a value; see ./run --help", "--data")]
    [InlineData("error: --review-port needs a port from 1 to 65535, not '70000'.", "--review-port", "70000")]
    [InlineData("error: --review-port needs a port from 1 to 65535, not 'x'.", "--review-port", "x")]
    public void What_it_does_not_understand_it_says(string sentence, params string[] arguments) => Which(arguments).ShouldBe(sentence);

    private string Which(params string[] arguments)
    {
        var start = new ProcessStartInfo(Repository.In("run"), ["--which", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
            Environment = { ["PATH"] = $"{_programs.Path}:/usr/bin:/bin" },
        };
        using var run = Process.Start(start)!;
        return (run.StandardOutput.ReadToEnd() + run.StandardError.ReadToEnd()).Trim();
    }

    private void Play(string program, string script)
    {
        File.WriteAllText(_programs.In(program), $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(_programs.In(program), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
