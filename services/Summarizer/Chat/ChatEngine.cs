using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Chat.Answers;
using NewsEducator.Summarizer.Chat.Reading;
using NewsEducator.Summarizer.Chat.Spending;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Engines;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Summarizer.Chat;

/// <summary>Lets a model write in Chinese; what it cannot prove goes back to it, and what stays unproven is handed on marked so.</summary>
internal sealed class ChatEngine(
    IReadOnlyList<ChatModel> models,
    IOptions<ChatEngineOptions> options,
    ModelLedger ledger,
    AnswerCache cache,
    ConceptMap concepts,
    ItemReader reader,
    TimeProvider time,
    ILogger<ChatEngine> logger
) : ISummaryEngine
{
    private static readonly ChatOptions Request = new()
    {
        Temperature = 0,
        ResponseFormat = ChatResponseFormat.ForJsonSchema<ModelAnswer>(ModelAnswer.Json, "summary"),
    };

    public async Task<Draft> WriteAsync(Snapshot snapshot, bool afresh, CancellationToken cancellationToken)
    {
        var talk = new ChatSession(snapshot.ItemId, ledger, options.Value.TokensPerItem);
        var judged = await reader.ReadAsync(snapshot, cancellationToken);
        var check = new AnswerCheck(snapshot, concepts, judged);
        try
        {
            return await FirstToAnswerAsync(snapshot, check, talk, afresh, cancellationToken);
        }
        catch (ModelUnavailableException error) when (options.Value.WhenUnavailable == WhenUnavailable.Extractive)
        {
            return new Draft(
                ExtractiveEngine.Write(snapshot, judged),
                $"{ExtractiveEngine.Name}:{error.Reason}",
                talk.Run with
                {
                    FellBackBecause = PlainText.Line(error.Message, 300),
                }
            );
        }
    }

    private async Task<Draft> FirstToAnswerAsync(
        Snapshot snapshot,
        AnswerCheck check,
        ChatSession talk,
        bool afresh,
        CancellationToken cancellationToken
    )
    {
        var failures = new List<string>();
        foreach (var model in models)
        {
            try
            {
                return await RecallAsync(model, snapshot, check, afresh, cancellationToken)
                    ?? await AskAsync(model, snapshot, check, talk, cancellationToken);
            }
            catch (Exception error) when (ChatModel.IsFault(error, cancellationToken))
            {
                logger.LogWarning("{Model} did not summarize {ItemId}: {Error}", model.Name, snapshot.ItemId, error.Message);
                failures.Add($"{model.Name}: {error.Message}");
            }
        }

        throw new ModelUnavailableException(
            ModelUnavailableException.NoAnswer,
            time.GetUtcNow() + options.Value.WaitFor,
            string.Join(" | ", failures)
        );
    }

    private async Task<Draft?> RecallAsync(
        ChatModel model,
        Snapshot snapshot,
        AnswerCheck check,
        bool afresh,
        CancellationToken cancellationToken
    )
    {
        var kept = afresh ? null : await cache.FindAsync(KeyOf(snapshot, model), cancellationToken);
        return kept is not null && Parse(kept) is { } answer && check.Check(answer) is { Content.Claims.Count: > 0 } known
            ? ToDraft(known, model, new EngineRun { Prompt = Prompt.Name, IsRecalled = true })
            : null;
    }

    private async Task<Draft> AskAsync(
        ChatModel model,
        Snapshot snapshot,
        AnswerCheck check,
        ChatSession talk,
        CancellationToken cancellationToken
    )
    {
        var messages = Prompt.For(await LongSource.ReadAsync(snapshot, model, talk, options.Value, cancellationToken), concepts);
        (AnswerCheck.Checked? Result, string Json) best = (null, "");
        for (var attempt = 0; attempt < options.Value.MaxAttempts && best.Result is not { Faults.Count: 0 } && talk.HasRoom; attempt++)
        {
            var text = await talk.AskAsync(model, Prompt.Name, messages, Request, cancellationToken);
            var result = Parse(text) is { } answer ? check.Check(answer) : null;
            best = IsBetter(result, best.Result) ? (result, text) : best;
            messages.Add(new ChatMessage(ChatRole.Assistant, text));
            messages.Add(Prompt.Complaint(result?.Faults ?? ["这不是符合 Schema 的 JSON。"]));
        }

        if (best.Result is not { Content.Claims.Count: > 0 })
        {
            throw new InvalidDataException($"None of its answers was a summary ({talk.Run.Attempts} answers so far).");
        }

        await cache.KeepAsync(KeyOf(snapshot, model), best.Json, cancellationToken);
        return ToDraft(best.Result, model, talk.Run);
    }

    private static Draft ToDraft(AnswerCheck.Checked result, ChatModel model, EngineRun run) =>
        new(result.Content, $"chat:{model.Name}", run with { Unproven = result.Unproven });

    private static string KeyOf(Snapshot snapshot, ChatModel model) => AnswerCache.KeyOf(snapshot.Id, Prompt.Fingerprint, model.Name);

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
}
