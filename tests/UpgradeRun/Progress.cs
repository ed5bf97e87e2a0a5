using System.Globalization;
using NewsEducator.EndToEnd.Tests;

namespace NewsEducator.UpgradeRun;

/// <summary>What a run says while it goes on.</summary>
internal sealed class Progress
{
    private readonly long _start = TimeProvider.System.GetTimestamp();

    public void Say(string what) =>
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(_start):hh\\:mm\\:ss} {what}")
        );

    /// <returns>How many messages the databases have not sent.</returns>
    public static async Task<long> UnsentAsync(Databases databases)
    {
        var unsent = 0L;
        foreach (var database in Databases.All)
        {
            unsent += await databases.CountAsync(database, "SELECT count(*) FROM outbox");
        }

        return unsent;
    }
}
