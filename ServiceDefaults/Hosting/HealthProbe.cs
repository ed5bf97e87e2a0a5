using System.Globalization;

namespace NewsEducator.ServiceDefaults.Hosting;

/// <summary>The argument <c>health</c> of every service asks the one that runs beside it, for images that have neither a shell nor
/// curl.</summary>
public static class HealthProbe
{
    public const string Argument = "health";
    private const string DefaultPort = "8080";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>The process's exit code: 0 where the service is ready.</returns>
    public static async Task<int> AskAsync()
    {
        var ports = Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS") is { Length: > 0 } set ? set : DefaultPort;
        var port = int.Parse(ports.Split(';')[0], CultureInfo.InvariantCulture);
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new UriBuilder("http", "localhost", port, "/health").Uri);
            await Console.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failed) when (failed is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(failed.Message);
            return 1;
        }
    }
}
