using System.Net;
using System.Text.Json;
using Refit;

namespace NewsEducator.Review.Cli;

/// <summary>Says why the service refused, with every line and both sides where it named them.</summary>
internal static class Refusal
{
    public static int Tell(ApiException refused, Surroundings around)
    {
        if (refused.StatusCode == HttpStatusCode.Unauthorized)
        {
            around.Error.WriteLine(Text.Get("error.token", around.Language));
            return ExitCode.Unreachable;
        }

        var problem = ProblemOf(refused.Content);
        around.Error.WriteLine(
            Words(problem, around.Language)
                ?? refused.StatusCode switch
                {
                    HttpStatusCode.Forbidden => Text.Get("error.role", around.Language),
                    HttpStatusCode.NotFound => Text.Get("error.not-found", around.Language),
                    var status => Text.Get("error.other", around.Language, (int)status, refused.ReasonPhrase ?? ""),
                }
        );
        if (
            problem.ValueKind == JsonValueKind.Object
            && problem.TryGetProperty("code", out var code)
            && code.GetString() == "release.confirm"
        )
        {
            around.Error.WriteLine(Text.Get("error.confirm", around.Language));
        }

        TellLines(problem, around);
        TellDifferences(problem, around);
        return ExitCode.Refused;
    }

    private static void TellLines(JsonElement problem, Surroundings around)
    {
        foreach (var error in List(problem, "errors"))
        {
            around.Error.WriteLine(
                Text.Get(
                    "error.line",
                    around.Language,
                    error.GetProperty("line"),
                    error.GetProperty("item"),
                    error.GetProperty(around.Language == Text.Chinese ? "message" : "messageEn")
                )
            );
        }
    }

    private static void TellDifferences(JsonElement problem, Surroundings around)
    {
        var differences = List(problem, "differences").ToList();
        foreach (var difference in differences)
        {
            around.Error.WriteLine(
                Text.Get(
                    "error.difference",
                    around.Language,
                    difference.GetProperty("number"),
                    Choice(difference, "current"),
                    Choice(difference, "yours")
                )
            );
        }

        if (differences.Count > 0)
        {
            around.Error.WriteLine(Text.Get("error.stale", around.Language));
        }
    }

    private static string Choice(JsonElement difference, string side) =>
        difference.GetProperty(side) is { ValueKind: JsonValueKind.Object } entry
        && entry.TryGetProperty("choice", out var choice)
        && choice.ValueKind == JsonValueKind.String
            ? choice.GetString()!
            : "—";

    private static string? Words(JsonElement problem, string language) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty(language == Text.Chinese ? "detail" : "detailEn", out var words)
            ? words.GetString()
            : null;

    private static JsonElement.ArrayEnumerator List(JsonElement problem, string name) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    private static JsonElement ProblemOf(string? content)
    {
        try
        {
            return content is null ? default : JsonDocument.Parse(content).RootElement;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
