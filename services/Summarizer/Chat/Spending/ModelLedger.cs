using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using NewsEducator.Summarizer.Data;

namespace NewsEducator.Summarizer.Chat.Spending;

/// <summary>What models were asked and what it cost, for all replicas.</summary>
/// <remarks>Saves at once and on its own: what was spent is spent, also where the message that it was spent for fails.</remarks>
internal sealed class ModelLedger(IServiceScopeFactory scopes, IOptions<ChatEngineOptions> options, TimeProvider time)
{
    private const decimal Million = 1_000_000;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <exception cref="ModelUnavailableException">The day's ceiling is reached.</exception>
    public async Task EnsureRoomAsync(CancellationToken cancellationToken)
    {
        var (tokensPerDay, costPerDay) = (options.Value.TokensPerDay, options.Value.CostPerDay);
        if (tokensPerDay == 0 && costPerDay == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var today = scope.ServiceProvider.GetRequiredService<SummarizerDb>().ModelCalls.Where(call => call.Day == Today);
        var tokens = await today.SumAsync(call => call.InputTokens + call.OutputTokens, cancellationToken);
        var cost = await today.SumAsync(call => call.Cost, cancellationToken);
        if ((tokensPerDay > 0 && tokens >= tokensPerDay) || (costPerDay > 0 && cost >= costPerDay))
        {
            SummarizerMetrics.CeilingReached();
            var tomorrow = new DateTimeOffset(Today.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
            throw new ModelUnavailableException(
                ModelUnavailableException.Ceiling,
                tomorrow,
                $"The day's ceiling is reached: {tokens} tokens, cost {cost}."
            );
        }
    }

    public async Task<ModelCall> RecordAsync(
        Guid itemId,
        string model,
        string prompt,
        UsageDetails? usage,
        CancellationToken cancellationToken
    )
    {
        var (read, written) = (usage?.InputTokenCount ?? 0, usage?.OutputTokenCount ?? 0);
        var call = new ModelCall
        {
            Day = Today,
            At = time.GetUtcNow(),
            ItemId = itemId,
            Model = model,
            Prompt = prompt,
            InputTokens = read,
            OutputTokens = written,
            Cost = ((read * options.Value.InputPrice) + (written * options.Value.OutputPrice)) / Million,
        };
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SummarizerDb>();
        db.ModelCalls.Add(call);
        await db.SaveChangesAsync(cancellationToken);
        SummarizerMetrics.Asked(call);
        return call;
    }
}
