using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsEducator.Upstream.Chat;

/// <summary>A model behind the OpenAI chat API that is a script: it answers from samples/answers, and refuses whatever it has no script
/// for.</summary>
internal static class ChatRoutes
{
    private const int CharactersPerToken = 3;

    /// <summary>As the demo configures it; any other name is answered as well.</summary>
    private const string Model = "demo-script";

    public static void MapChat(this IEndpointRouteBuilder app)
    {
        app.MapPost("/chat/v1/chat/completions", AnswerAsync);
        app.MapGet("/chat/v1/models", List);
    }

    private static Ok<JsonObject> List() =>
        TypedResults.Ok(
            new JsonObject
            {
                ["object"] = "list",
                ["data"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = Model,
                        ["object"] = "model",
                        ["created"] = 0,
                        ["owned_by"] = "news-educator",
                    }
                ),
            }
        );

    private static async Task<Results<Ok<JsonObject>, BadRequest<JsonObject>>> AnswerAsync(
        HttpRequest request,
        ScriptedAnswers answers,
        CancellationToken cancellationToken
    )
    {
        if (await ReadAsync(request, cancellationToken) is not { } body || PromptOf(body) is not { } prompt)
        {
            return TypedResults.BadRequest(Error("The body must be JSON with messages, one of them with role user and a text."));
        }

        var answer = answers.Find(prompt);
        var message = new JsonObject
        {
            ["role"] = "assistant",
            ["content"] = answer,
            ["refusal"] = answer is null ? "This model is a script of the demo and has no answer for this text." : null,
        };
        return TypedResults.Ok(Completion(body["model"]?.ToString() ?? "", message, prompt.Length, answer?.Length ?? 0));
    }

    private static async Task<JsonObject?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What the first user says: later ones ask for corrections.</summary>
    private static string? PromptOf(JsonObject body) =>
        (body["messages"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(message => message["role"]?.ToString() == "user") is { } first
            ? TextOf(first["content"])
            : null;

    // Clients send a text, or a list of parts with a text each.
    private static string? TextOf(JsonNode? content) =>
        content switch
        {
            JsonArray parts => string.Join('\n', parts.OfType<JsonObject>().Select(part => part["text"]?.ToString())),
            null => null,
            _ => content.ToString(),
        };

    private static JsonObject Completion(string model, JsonObject message, int read, int written) =>
        new()
        {
            ["id"] = "chatcmpl-demo",
            ["object"] = "chat.completion",
            ["created"] = 0,
            ["model"] = model,
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["finish_reason"] = "stop",
                    ["message"] = message,
                }
            ),
            ["usage"] = new JsonObject
            {
                ["prompt_tokens"] = read / CharactersPerToken,
                ["completion_tokens"] = written / CharactersPerToken,
                ["total_tokens"] = (read / CharactersPerToken) + (written / CharactersPerToken),
            },
        };

    private static JsonObject Error(string message) =>
        new()
        {
            ["error"] = new JsonObject { ["message"] = message, ["type"] = "invalid_request_error" },
        };
}
