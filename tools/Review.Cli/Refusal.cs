using System.Net;
using System.Text.Json;
using Refit;

namespace NewsEducator.Review.Cli;

/// <summary>Says why the service refused, with every line and both sides where it named them.</summary>
internal static class Refusal
{
    public static int Tell(ApiException refused, CommandContext context)
    {
        if (refused.StatusCode == HttpStatusCode.Unauthorized)
        {
            context.Error.WriteLine(context.Get("error.token"));
            return ExitCode.Unreachable;
        }

        var problem = ProblemOf(refused.Content);
        context.Error.WriteLine(
            Words(problem, context.Language)
                ?? refused.StatusCode switch
                {
                    HttpStatusCode.Forbidden => context.Get("error.role"),
                    HttpStatusCode.NotFound => context.Get("error.not-found"),
                    var status => context.Get("error.other", (int)status, refused.ReasonPhrase ?? ""),
                }
        );
        if (
            problem.ValueKind == JsonValueKind.Object
            && problem.TryGetProperty("code", out var code)
            && code.GetString() == "release.confirm"
        )
        {
            context.Error.WriteLine(context.Get("error.confirm"));
        }

        TellLines(problem, context);
        TellDifferences(problem, context);
        return ExitCode.Refused;
    }

    private static void TellLines(JsonElement problem, CommandContext context)
    {
        foreach (var error in List(problem, "errors"))
        {
            context.Error.WriteLine(
                context.Get(
                    "error.line",
                    error.GetProperty("line"),
                    error.GetProperty("item"),
                    error.GetProperty(context.Language == Text.Chinese ? "message" : "messageEn")
                )
            );
        }
    }

    private static void TellDifferences(JsonElement problem, CommandContext context)
    {
        var differences = List(problem, "differences").ToList();
        foreach (var difference in differences)
        {
            context.Error.WriteLine(
                context.Get(
                    "error.difference",
                    difference.GetProperty("number"),
                    Choice(difference, "current"),
                    Choice(difference, "yours")
                )
            );
        }

        if (differences.Count > 0)
        {
            context.Error.WriteLine(context.Get("error.stale"));
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
