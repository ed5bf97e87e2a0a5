using System.Globalization;

namespace NewsEducator.AppHost.Running;

internal static class FreeSpace
{
    // A new cluster takes 40 MB and its write-ahead log up to 1 GB; RabbitMQ stops publishers under 50 MB.
    private const long Least = 256L << 20;

    /// <returns>How much there is.</returns>
    /// <exception cref="StartProblem">Too little.</exception>
    public static string Demand(DataFolder folder)
    {
        var free = new DriveInfo(folder.Nearest).AvailableFreeSpace;
        if (free < Least)
        {
            throw new StartProblem(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The disk of the data folder {folder.Path} has {free >> 20} MB left and at least {Least >> 20} MB are needed: free some, or choose another folder with --data DIR."
                )
            );
        }

        return string.Create(CultureInfo.InvariantCulture, $"{free >> 20:N0} MB are free.");
    }
}
