using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>Runs git in the vault: without a shell, a prompt or a hook, and with no settings of the machine or the account.</summary>
internal sealed class GitProgram(IOptions<GitOptions> options, IOptions<PublisherOptions> publisher, TimeProvider time)
{
    /// <param name="arguments">Each is one argument, whatever it holds.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="index">The index that it works on; by default the repository's.</param>
    /// <param name="asksRemote">It waits for another machine.</param>
    /// <exception cref="RepositoryException">There is no git, or it took too long.</exception>
    public async Task<GitAnswer> AskAsync(
        IEnumerable<string> arguments,
        CancellationToken cancellationToken,
        byte[]? input = null,
        string? index = null,
        bool asksRemote = false
    )
    {
        using var limit = new CancellationTokenSource(options.Value.TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var process = Start(arguments, index);
        try
        {
            return await TalkAsync(process, input ?? [], either.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw asksRemote
                ? new RepositoryException(
                    RepositoryFault.RemoteAway,
                    $"The remote did not answer within {options.Value.TimeLimit} (Publisher:Git:TimeLimit): see to its address and the network."
                )
                : new RepositoryException(
                    RepositoryFault.Failed,
                    $"git did not end within {options.Value.TimeLimit} (Publisher:Git:TimeLimit)."
                );
        }
    }

    private Process Start(IEnumerable<string> arguments, string? index)
    {
        var start = new ProcessStartInfo(options.Value.Program, arguments)
        {
            WorkingDirectory = publisher.Value.NotesFolder!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in GitEnvironment.Of(options.Value, publisher.Value.NotesFolder!, index, time.GetUtcNow()))
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new RepositoryException(
                RepositoryFault.Failed,
                $"'{options.Value.Program}' cannot be started in the vault: install git, or name it in Publisher:Git:Program. {error.Message}"
            );
        }
    }

    private async Task<GitAnswer> TalkAsync(Process process, byte[] input, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all; its exit code says why.
        }

        await reading;
        var said = await errors;
        await process.WaitForExitAsync(cancellationToken);
        return new GitAnswer(process.ExitCode, output.ToArray(), WithoutSecrets(said.Trim()));
    }

    /// <summary>A server may say what it was sent.</summary>
    private string WithoutSecrets(string said) =>
        new[] { options.Value.Login, options.Value.Password }
            .Where(secret => !string.IsNullOrEmpty(secret))
            .Aggregate(said, (text, secret) => text.Replace(secret!, "***", StringComparison.Ordinal));
}

/// <summary>What git answered.</summary>
internal sealed record GitAnswer(int ExitCode, byte[] Output, string Errors)
{
    public bool IsOk => ExitCode == 0;

    public string Text => Encoding.UTF8.GetString(Output).TrimEnd('\n');

    /// <summary>What git ended with a zero byte each.</summary>
    public string[] Parts => Encoding.UTF8.GetString(Output).Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
