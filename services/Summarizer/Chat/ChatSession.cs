using Microsoft.Extensions.AI;
using NewsEducator.Summarizer.Chat.Spending;
using NewsEducator.Summarizer.Engines;

namespace NewsEducator.Summarizer.Chat;

/// <summary>What is asked of models for one item, and what it takes.</summary>
internal sealed class ChatSession(Guid itemId, ModelLedger ledger, long mostTokens)
{
    public EngineRun Run { get; private set; } = new() { Prompt = Prompt.Name };

    public bool HasRoom => Run.InputTokens + Run.OutputTokens < mostTokens;

    /// <exception cref="ModelUnavailableException">The day's ceiling is reached.</exception>
    public async Task<string> AskAsync(
        ChatModel model,
        string prompt,
        IEnumerable<ChatMessage> messages,
        ChatOptions request,
        CancellationToken cancellationToken
    )
    {
        await ledger.EnsureRoomAsync(cancellationToken);
        var response = await model.AnswerAsync(messages, request, cancellationToken);
        var call = await ledger.RecordAsync(itemId, model.Name, prompt, response.Usage, cancellationToken);
        Run = Run with
        {
            Attempts = Run.Attempts + 1,
            InputTokens = Run.InputTokens + call.InputTokens,
            OutputTokens = Run.OutputTokens + call.OutputTokens,
            Cost = Run.Cost + call.Cost,
        };
        return response.Text;
    }
}
