using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NewsEducator.Conformance.GitHubApi;

/// <summary>A recorded request with its answer, or the payload of a webhook; see the README of the corpus.</summary>
internal sealed partial record Exchange(string File, string Category, JsonNode? Request, JsonNode? Response, JsonNode? Payload)
{
    public int Status => (int?)Response?["status"] ?? 200;

    public JsonNode? Body => Response?["body"];

    public static IEnumerable<Exchange> Read(DirectoryInfo folder, DateTimeOffset now) =>
        folder
            .EnumerateFiles("*.json", SearchOption.AllDirectories)
            .OrderBy(file => file.FullName, StringComparer.Ordinal)
            .Select(file => Of(Path.GetRelativePath(folder.FullName, file.FullName), System.IO.File.ReadAllText(file.FullName), now));

    /// <returns>Null where the answer has no such header.</returns>
    public string? Header(string name) =>
        (Response?["headers"] as JsonObject)
            ?.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Value switch
        {
            null => null,
            JsonArray several => string.Join(", ", several.Select(value => value!.GetValue<string>())),
            var one => one.ToString(),
        };

    public string? RequestHeader(string name) =>
        (Request?["headers"] as JsonObject)
            ?.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Value?.ToString();

    public IEnumerable<string> HeaderNames => (Response?["headers"] as JsonObject)?.Select(header => header.Key) ?? [];

    /// <summary>As it went over the wire.</summary>
    public string Text =>
        Body switch
        {
            null => "",
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            var json => json.ToJsonString(),
        };

    private static Exchange Of(string file, string text, DateTimeOffset now)
    {
        var json = JsonNode.Parse(Template().Replace(text, match => Fill(match, now)))!;
        return new Exchange(file, (string)json["category"]!, json["request"], json["response"], json["payload"]);
    }

    // {{now offset='8 seconds' timezone='GMT' format='EEE, dd MMM yyyy HH:mm:ss z'}}: the present time is for the server to fill in.
    private static string Fill(Match template, DateTimeOffset now)
    {
        var offset = Offset().Match(template.Value);
        var time = offset.Success
            ? now + (int.Parse(offset.Groups["count"].Value, CultureInfo.InvariantCulture) * UnitOf(offset.Groups["unit"].Value))
            : now;
        return template.Value.Contains("unix", StringComparison.Ordinal)
            ? time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
            : time.ToString("R", CultureInfo.InvariantCulture);
    }

    private static TimeSpan UnitOf(string unit) =>
        unit switch
        {
            "seconds" => TimeSpan.FromSeconds(1),
            "minutes" => TimeSpan.FromMinutes(1),
            _ => TimeSpan.FromHours(1),
        };

    [GeneratedRegex(@"\{\{(now|testStartDate)[^{}]*\}\}")]
    private static partial Regex Template();

    [GeneratedRegex(@"offset='(?<count>-?\d+) (?<unit>seconds|minutes|hours)'")]
    private static partial Regex Offset();
}
