using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewsEducator.Summarizer.Chat;

namespace NewsEducator.Summarizer.Diagnosis;

/// <summary>The server of the chat model: reached, takes the key, and has the models. Its list of models costs no tokens.</summary>
/// <remarks>https://platform.openai.com/docs/api-reference/models/list</remarks>
internal sealed class ModelCheck(IOptions<ChatEngineOptions> options) : IHealthCheck
{
    public const string Name = "model";

    private const int MostNames = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var chat = options.Value;
        return chat.IsSet ? await AskAsync(chat, cancellationToken)
            : chat.Endpoint is null && string.IsNullOrWhiteSpace(chat.Model)
                ? HealthCheckResult.Degraded(
                    "No model is configured, so summaries are the sources' own sentences: for Chinese summaries set Chat__Endpoint and Chat__Model."
                )
            : HealthCheckResult.Unhealthy(
                $"Chat__Endpoint and Chat__Model go together: set {(chat.Endpoint is null ? "Chat__Endpoint" : "Chat__Model")}, too."
            );
    }

    private static async Task<HealthCheckResult> AskAsync(ChatEngineOptions chat, CancellationToken cancellationToken)
    {
        var server = $"The model server at {chat.Endpoint!.Authority}";
        try
        {
            var connection = ChatModel.ConnectionOf(chat, Patience, retries: 0);
            var listed = await connection.GetOpenAIModelClient().GetModelsAsync(cancellationToken);
            return Judge(server, [.. chat.Models], [.. listed.Value.Select(model => model.Id)]);
        }
        catch (ClientResultException refused) when (refused.Status is 401 or 403)
        {
            return HealthCheckResult.Unhealthy($"{server} refuses the key ({Text(refused.Status)}): set the right one as Chat__ApiKey.");
        }
        catch (ClientResultException trouble) when (trouble.Status is 429 or >= 500)
        {
            return HealthCheckResult.Degraded(
                $"{server} is in trouble ({Text(trouble.Status)}): nothing to do here, items are tried again."
            );
        }
        catch (Exception other) when (other is ClientResultException { Status: > 0 } or JsonException or InvalidOperationException)
        {
            return HealthCheckResult.Degraded(
                $"{server} answers without a list of models: see whether Chat__Endpoint ends where chat/completions begins, mostly in /v1."
            );
        }
        catch (Exception away)
            when (away is ClientResultException or HttpRequestException or AggregateException
                || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return HealthCheckResult.Unhealthy(
                $"{server} does not answer ({away.GetBaseException().Message.TrimEnd('.')}): start it, or correct Chat__Endpoint."
            );
        }
    }

    private static HealthCheckResult Judge(string server, IReadOnlyList<string> wanted, IReadOnlyList<string> listed) =>
        wanted.Except(listed).ToList() is { Count: > 0 } missing
            ? HealthCheckResult.Degraded(
                $"{server} does not list {string.Join(", ", missing)}: correct Chat__Model or Chat__FallbackModels. It lists {Names(listed)}."
            )
            : HealthCheckResult.Healthy($"{server} answers and has {string.Join(", ", wanted)}.");

    private static string Names(IReadOnlyList<string> listed) =>
        listed.Count == 0 ? "none" : string.Join(", ", listed.Take(MostNames)) + (listed.Count > MostNames ? " …" : "");

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
