using System.Diagnostics;

namespace NewsEducator.Testing;

/// <summary>A program that ran to its end.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Both streams, the output first.</summary>
    public string Said => (Output + Errors).Trim();

    /// <param name="start">Both streams are read, whatever it says of them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static async Task<ProgramRun> OfAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new ProgramRun(process.ExitCode, output, await errors);
    }

    /// <summary>The same, for who cannot wait asynchronously.</summary>
    public static ProgramRun Of(ProcessStartInfo start) => Task.Run(() => OfAsync(start, CancellationToken.None)).GetAwaiter().GetResult();
}
