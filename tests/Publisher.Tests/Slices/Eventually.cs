using Shouldly;
using Xunit;

namespace NewsEducator.Publisher.Tests.Slices;

internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    /// <summary>The value as soon as it is as wished.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> get, Func<T, bool> isReady)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var value = await get();
            if (isReady(value))
            {
                return value;
            }

            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Patience, $"it is still {value}");
            await Task.Delay(Moment, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
