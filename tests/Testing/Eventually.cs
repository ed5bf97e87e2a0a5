using System.Globalization;

namespace NewsEducator.Testing;

/// <summary>Waits for something to become true, and says what it was when it does not.</summary>
public static class Eventually
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until a service is ready: a message that is sent before its queues are there is lost.</summary>
    public static Task HealthyAsync(HttpClient anybody, int seconds = 120) =>
        GetAsync(
            () => anybody.GetAsync(new Uri("/health", UriKind.Relative)),
            answer => answer.IsSuccessStatusCode,
            "the service to be ready",
            seconds
        );

    /// <summary>Waits for what /health says: it is 503 while a service starts, and a check may be a round behind.</summary>
    public static Task<string> HealthAsync(HttpClient anybody, string expected) =>
        GetAsync(() => anybody.GetStringAsync(new Uri("/health", UriKind.Relative)), text => text == expected, $"health to be {expected}");

    /// <summary>Waits until the clock shows a later second: times without fractions then differ.</summary>
    public static Task NextSecondAsync()
    {
        var now = Second();
        return GetAsync(() => Task.FromResult(Second()), second => second > now, "the next second");

        static long Second() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
    }

    /// <returns>The value as soon as it is as wished. A service that is away is asked again.</returns>
    /// <exception cref="TimeoutException">It never was.</exception>
    /// <exception cref="InvalidOperationException">Thrown by <paramref name="get"/>: there is nothing to wait for.</exception>
    public static async Task<T> GetAsync<T>(Func<Task<T>> get, Func<T, bool> isReady, string what = "the wished value", int seconds = 120)
    {
        var start = TimeProvider.System.GetTimestamp();
        object? last = null;
        while (TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(seconds))
        {
            try
            {
                var value = await get();
                if (isReady(value))
                {
                    return value;
                }

                last = value is System.Collections.IEnumerable list and not string ? string.Join("; ", list.Cast<object>()) : value;
            }
            catch (Exception error) when (error is not InvalidOperationException)
            {
                last = error.Message;
            }

            await Task.Delay(Moment, TimeProvider.System, CancellationToken.None);
        }

        throw new TimeoutException(
            string.Create(CultureInfo.InvariantCulture, $"Waited {seconds} s for {what}; the last answer was: {last}")
        );
    }
}
