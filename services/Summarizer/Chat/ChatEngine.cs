using System.ClientModel;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Engines;
using NewsEducator.Summarizer.Extraction;

namespace NewsEducator.Summarizer.Chat;

/// <summary>Lets a model write in Chinese; what it cannot prove goes back to it, and what stays unproven is handed on marked so.</summary>
internal sealed class ChatEngine(
    IChatClient model, IOptions<ChatEngineOptions> options, ConceptMap concepts, ExtractiveEngine extractive, TimeProvider time, ILogger<ChatEngine> logger)
    : ISummaryEngine
{
    private static readonly ChatOptions Request = new()
    {
        Temperature = 0,
        ResponseFormat = ChatResponseFormat.ForJsonSchema<ModelAnswer>(ModelAnswer.Json, "summary"),
    };

    public async Task<Draft> WriteAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(snapshot, cancellationToken);
        }
        catch (Exception error) when (options.Value.FallBackToExtractive && IsModelsFault(error, cancellationToken))
        {
            logger.LogWarning("The model did not summarize {ItemId}: {Error}", snapshot.ItemId, error.Message);
            var draft = await extractive.WriteAsync(snapshot, cancellationToken);
            return draft with { Run = new EngineRun { Prompt = Prompt.Name, FellBackBecause = PlainText.Line(error.Message, 300) } };
        }
    }

    private async Task<Draft> AskAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var check = new AnswerCheck(snapshot, concepts);
        var messages = Prompt.For(SourceExcerpt.Of(snapshot, options.Value.MaxSourceLength), concepts);
        var run = new EngineRun { Prompt = Prompt.Name };
        AnswerCheck.Checked? best = null;
        while (run.Attempts < options.Value.MaxAttempts && best is not { Faults.Count: 0 })
        {
            var response = await AnswerAsync(messages, cancellationToken);
            run = run with
            {
                Attempts = run.Attempts + 1,
                InputTokens = run.InputTokens + (response.Usage?.InputTokenCount ?? 0),
                OutputTokens = run.OutputTokens + (response.Usage?.OutputTokenCount ?? 0),
            };
            var answer = Parse(response.Text);
            var result = answer is null ? null : check.Check(answer);
            best = IsBetter(result, best) ? result : best;
            messages.Add(new ChatMessage(ChatRole.Assistant, response.Text));
            messages.Add(Prompt.Complaint(result?.Faults ?? ["这不是符合 Schema 的 JSON。"]));
        }

        return best is { Content.Claims.Count: > 0 }
            ? new Draft(best.Content, $"chat:{options.Value.Model}", run with { Unproven = best.Unproven })
            : throw new InvalidDataException($"None of the model's {run.Attempts} answers was a summary.");
    }

    private async Task<ChatResponse> AnswerAsync(List<ChatMessage> messages, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        return await model.GetResponseAsync(messages, Request, either.Token);
    }

    private static bool IsBetter(AnswerCheck.Checked? result, AnswerCheck.Checked? best) =>
        result is { Content.Claims.Count: > 0 } && (best is null || result.Faults.Count <= best.Faults.Count);

    private static ModelAnswer? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ModelAnswer>(text, ModelAnswer.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsModelsFault(Exception error, CancellationToken cancellationToken) => error switch
    {
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => error is ClientResultException or HttpRequestException or InvalidDataException or AggregateException,
    };
}
