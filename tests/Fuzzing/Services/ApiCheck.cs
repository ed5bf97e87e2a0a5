using System.Net;
using System.Text;

namespace NewsEducator.Fuzzing.Services;

/// <summary>Sends a request as an input has it and looks at the answer.</summary>
internal static class ApiCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // A service keeps its reasons to itself; in this process they can be seen as they are thrown.
    private static Exception? _thrown;

    static ApiCheck() => AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => _thrown = thrown.Exception;

    /// <param name="service">Is asked.</param>
    /// <param name="input">First line method and address, second line media type, the rest is the body.</param>
    public static void Ask(RunningService service, string input)
    {
        if (Read(input, service.FormToken) is not { } request)
        {
            return;
        }

        using (request)
        {
            using var patience = new CancellationTokenSource(Patience);
            var client = request.RequestUri!.OriginalString.Length % 4 == 0 ? service.Neighbour : service.Operator;
            using var answer = client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).GetAwaiter().GetResult();
            var status = (int)answer.StatusCode;
            service.Count(status);
            Property.Holds(
                status != (int)HttpStatusCode.InternalServerError,
                $"no request is the fault of {RouteOf(input)}, {ReasonOf(_thrown)}: {input.Split('\n')[0]}"
            );
            Property.Holds(
                status < 400
                    || !IsApi(request)
                    || status is 401 or 403 or 405
                    || answer.Content.Headers.ContentType?.MediaType == "application/problem+json",
                $"a refusal of {RouteOf(input)} says what is wrong, {status}: {input.Split('\n')[0]}"
            );
        }
    }

    private static HttpRequestMessage? Read(string input, string? formToken)
    {
        var lines = input.Split('\n', 3);
        var space = lines[0].IndexOf(' ', StringComparison.Ordinal);
        if (
            space <= 0
            || !lines[0].AsSpan(0, space).ContainsAnyExceptInRange('A', 'Z') is false
            || !Uri.TryCreate(lines[0][(space + 1)..], UriKind.Relative, out var address)
            || !address.OriginalString.StartsWith('/')
            || address.OriginalString.StartsWith("//", StringComparison.Ordinal)
            || IsEndless(address)
            || HasNul(address)
            || !Uri.TryCreate(new Uri("http://localhost"), address, out _)
        )
        {
            return null;
        }

        var request = new HttpRequestMessage(new HttpMethod(lines[0][..space]), address);
        var mediaType = lines.Length > 1 && lines[1].Trim().Length > 0 ? lines[1].Trim() : "application/json";
        var fields =
            formToken is not null && mediaType.Contains("urlencoded", StringComparison.Ordinal)
                ? $"{PageSignIn.Field}={Uri.EscapeDataString(formToken)}&"
                : "";
        var body = Encoding.UTF8.GetBytes(fields + (lines.Length > 2 ? lines[2] : ""));
        if (body.Length > 0 || lines[0].StartsWith('P'))
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
            request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", GitHubSignature.Of(body));
        }

        return request;
    }

    // "POST /api/sources", for findings of different routes to be told apart.
    private static string RouteOf(string input) => string.Join('/', input.Split('\n', '?')[0].Split('/').Take(3));

    private static string ReasonOf(Exception? thrown) =>
        thrown is null
            ? ""
            : $"{thrown.GetType().Name} {thrown.Message} {thrown.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("NewsEducator", StringComparison.Ordinal))?.Trim()}"
                .ReplaceLineEndings(" ")
                .Replace(':', ';');

    // The server of the tests has no path for it, a real one refuses it.
    private static bool HasNul(Uri address) =>
        address.OriginalString.Split('?')[0] is var path
        && (path.Contains('\0', StringComparison.Ordinal) || path.Contains("%00", StringComparison.Ordinal));

    // Server-sent events do not end.
    private static bool IsEndless(Uri address) => address.OriginalString.Contains("stream", StringComparison.OrdinalIgnoreCase);

    private static bool IsApi(HttpRequestMessage request) =>
        request.RequestUri!.OriginalString.StartsWith("/api/", StringComparison.Ordinal);
}
