namespace NewsEducator.EndToEnd.Tests;

/// <summary>What a service says of itself, asked from outside.</summary>
internal static class Health
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <returns>False as well while nobody answers.</returns>
    public static async Task<bool> IsGoodAsync(Uri service, CancellationToken cancellationToken = default)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(service, "/health"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
