using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsEducator.ServiceDefaults.Diagnosis;

namespace NewsEducator.ServiceDefaults.Files;

/// <summary>Looks through the folders that the service writes into, at the start and each hour, for what a killed process left, see
/// <see cref="SharedFile.EndInterruptedAsync"/>.</summary>
internal sealed class EndInterruptedWrites(IEnumerable<WrittenFolder> folders, TimeProvider time, ILogger<EndInterruptedWrites> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestWrite = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<string> written = [.. folders.Select(folder => folder.Path()).Where(path => !string.IsNullOrEmpty(path)).OfType<string>()];
        // A draft of the process before this one is a minute old at the second look.
        for (var pause = 2 * LongestWrite; written.Count > 0; pause = Interval)
        {
            foreach (var folder in written)
            {
                await LookAsync(folder, stoppingToken);
            }

            await Task.Delay(pause, time, stoppingToken);
        }
    }

    private async Task LookAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var ended = await SharedFile.EndInterruptedAsync(folder, time.GetUtcNow() - LongestWrite, cancellationToken);
            if (ended > 0)
            {
                logger.LogInformation("{Count} interrupted writes in {Folder} were ended", ended, folder);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("{Folder} cannot be looked through for interrupted writes, it is later: {Reason}", folder, error.Message);
        }
    }
}
