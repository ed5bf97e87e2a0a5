using System.Net.Http.Headers;
using System.Text.Json;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Cli;

/// <summary>Where the service is and who asks: from options, the environment, or the data folder that the AppHost keeps.</summary>
internal sealed record Connection(Uri Server, string Token)
{
    private const string DefaultFolder = ".data";

    public static Connection Find(string? server, string? token, string? data, Func<string, string?> environment)
    {
        var folder = data ?? environment("NEWSEDUCATOR_DATA") ?? DefaultFolder;
        var address = server ?? environment("NEWSEDUCATOR_REVIEW") ?? AddressIn(folder);
        return new Connection(
            Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal)
                ? uri
                : throw new ToolFailure(ExitCode.Usage, "error.no-server"),
            token
                ?? environment("NEWSEDUCATOR_TOKEN")
                ?? Read(Path.Combine(folder, "local-token"))?.Trim()
                ?? throw new ToolFailure(ExitCode.Usage, "error.no-token")
        );
    }

    public HttpClient Open(HttpMessageHandler handler) =>
        new(handler, disposeHandler: false)
        {
            BaseAddress = Server,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Token) },
        };

    // {"review": "http://localhost:5080", "messaging": "amqp://…", …}
    private static string? AddressIn(string folder)
    {
        try
        {
            return Read(Path.Combine(folder, "endpoints.json")) is { } text
                ? JsonSerializer.Deserialize<Dictionary<string, string>>(text)?.GetValueOrDefault("review")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Read(string path) => File.Exists(path) ? File.ReadAllText(path) : null;
}
