using System.Diagnostics;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>Waits for something to become true, and says what it was when it does not.</summary>
internal static class Eventually
{
    public static async Task<T> GetAsync<T>(Func<Task<T>> get, Func<T, bool> isReady, string what, int seconds = 60)
    {
        var watch = Stopwatch.StartNew();
        object? last = null;
        while (watch.Elapsed < TimeSpan.FromSeconds(seconds))
        {
            try
            {
                var value = await get();
                if (isReady(value))
                {
                    return value;
                }

                last = value;
            }
            catch (Exception error) when (error is HttpRequestException or Npgsql.NpgsqlException or TaskCanceledException or IOException or RabbitMQ.Client.Exceptions.OperationInterruptedException)
            {
                last = error.Message;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, CancellationToken.None);
        }

        throw new TimeoutException($"Waited {seconds} s for {what}; the last answer was: {last}");
    }
}
