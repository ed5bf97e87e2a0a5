using System.Globalization;

namespace NewsEducator.UpgradeRun;

/// <summary>What a run says while it goes on.</summary>
internal sealed class Progress
{
    private readonly long _start = TimeProvider.System.GetTimestamp();

    public void Say(string what) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(_start):hh\\:mm\\:ss} {what}"));
}
