namespace NewsEducator.AppHost.Local;

/// <summary>Asks a service for its health until it answers 200.</summary>
internal sealed class HealthProbe(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(300);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public async Task WaitAsync(Uri address, Task until, CancellationToken cancellationToken)
    {
        while (!until.IsCompleted && !await IsHealthyAsync(address, cancellationToken))
        {
            await Task.Delay(Pace, time, cancellationToken);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> IsHealthyAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync(address, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
