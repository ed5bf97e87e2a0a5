using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Summarizer.Data;

namespace NewsEducator.Summarizer.Chat.Answers;

/// <summary>The same snapshot, prompt and model are paid for once. Saves at once and on its own, as <see cref="Spending.ModelLedger"/>
/// does.</summary>
internal sealed class AnswerCache(IServiceScopeFactory scopes, TimeProvider time)
{
    public static string KeyOf(string snapshotId, string prompt, string model) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{snapshotId}\n{model}\n{prompt}")));

    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<SummarizerDb>().KeptAnswers.FindAsync([key], cancellationToken))?.Json;
    }

    public async Task KeepAsync(string key, string json, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SummarizerDb>();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO kept_answers (key, json, at) VALUES ({key}, {json}, {time.GetUtcNow()}) ON CONFLICT (key) DO UPDATE SET json = EXCLUDED.json, at = EXCLUDED.at",
            cancellationToken
        );
    }
}
