using Aspire.Hosting;
using Polly.Timeout;

namespace NewsEducator.AppHost.Running;

/// <summary>Runs the product; Aspire's DCP, which starts all of it, is a program of its own that may fail to come up.</summary>
internal static class DcpStart
{
    /// <returns>The process's exit code: 1 where DCP did not answer. What Aspire says about that is the timeout alone.</returns>
    public static async Task<int> RunAsync(DistributedApplication application)
    {
        try
        {
            await application.RunAsync();
            return 0;
        }
        catch (TimeoutRejectedException)
        {
            await Console.Error.WriteLineAsync(
                "error: Aspire's DCP, which starts the servers and services, did not answer. Nothing is lost: start again. "
                    + "If it stays so, set DCP_DIAGNOSTICS_LOG_FOLDER to a folder and read what DCP writes there."
            );
            return 1;
        }
    }
}
