using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Data;

namespace NewsEducator.Compliance.Opinions;

/// <summary>What models were asked and what it took, for all replicas.</summary>
/// <remarks>Saves at once and on its own: what was spent is spent, also where the message that it was spent for fails.</remarks>
internal sealed class OpinionLedger(IServiceScopeFactory scopes, IOptions<OpinionOptions> options, TimeProvider time)
{
    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <returns>False where the day's ceiling is reached. Questions that are out at the same time may pass it by their answers.</returns>
    public async Task<bool> HasRoomAsync(CancellationToken cancellationToken)
    {
        if (options.Value.TokensPerDay == 0)
        {
            return true;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ComplianceDb>();
        return await db.OpinionDays.Where(day => day.Day == Today).SumAsync(day => day.InputTokens + day.OutputTokens, cancellationToken)
            < options.Value.TokensPerDay;
    }

    public async Task RecordAsync(string model, UsageDetails? usage, CancellationToken cancellationToken)
    {
        var (read, written) = (usage?.InputTokenCount ?? 0, usage?.OutputTokenCount ?? 0);
        await using var scope = scopes.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<ComplianceDb>()
            .Database.ExecuteSqlAsync(
                $"""
                INSERT INTO opinion_days AS spent (day, model, answers, input_tokens, output_tokens) VALUES ({Today}, {model}, 1, {read}, {written})
                ON CONFLICT (day, model) DO UPDATE SET
                    answers = spent.answers + 1, input_tokens = spent.input_tokens + excluded.input_tokens, output_tokens = spent.output_tokens + excluded.output_tokens
                """,
                cancellationToken
            );
        ComplianceMetrics.Spent(read, written);
    }
}
