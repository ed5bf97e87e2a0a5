using System.Text;

namespace NewsEducator.Collector.Connectors.Http;

/// <summary>The beginning of an error's body, whatever charset it claims: enough to find the words of a limit in it.</summary>
internal static class ErrorText
{
    private const int Most = 16 * 1024;

    public static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, Most)));
    }
}
