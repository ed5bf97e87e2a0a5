using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Idempotency;

/// <summary>Claims keys and keeps answers; on a context of its own, apart from what the request itself saves.</summary>
internal sealed class AnswerStore(ReviewDb db, IOptions<IdempotencyOptions> options, TimeProvider time)
{
    /// <returns>Null where the caller is to go on; else the request that had the key first, answered or not.</returns>
    public async Task<StoredAnswer?> ClaimAsync(string person, string key, string request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var abandoned = now - options.Value.Lease;
        var kept = now - options.Value.Keep;
        var claimed = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO answers (person, key, request, began_at) VALUES ({person}, {key}, {request}, {now})
            ON CONFLICT (person, key) DO UPDATE
                SET request = excluded.request, began_at = excluded.began_at, status = NULL, content_type = NULL, e_tag = NULL, location = NULL, body = NULL
                WHERE answers.began_at < {kept} OR (answers.status IS NULL AND answers.began_at < {abandoned} AND answers.request = excluded.request)
            """,
            cancellationToken
        );
        return claimed == 1
            ? null
            : await db
                .Answers.AsNoTracking()
                .SingleOrDefaultAsync(answer => answer.Person == person && answer.Key == key, cancellationToken)
                ?? await ClaimAsync(person, key, request, cancellationToken);
    }

    public Task KeepAsync(StoredAnswer answer) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE answers SET status = {answer.Status}, content_type = {answer.ContentType}, e_tag = {answer.ETag}, location = {answer.Location}, body = {answer.Body}
            WHERE person = {answer.Person} AND key = {answer.Key}
            """
        );

    /// <summary>The request failed for a reason of ours: its repeat is worked on afresh.</summary>
    public Task ForgetAsync(string person, string key) =>
        db.Answers.Where(answer => answer.Person == person && answer.Key == key).ExecuteDeleteAsync();

    /// <summary>Deletes what is older than the time it is kept, and of each person what is beyond the newest so many.</summary>
    public Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var kept = time.GetUtcNow() - options.Value.Keep;
        return db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM answers USING (
                SELECT person, key, row_number() OVER (PARTITION BY person ORDER BY began_at DESC) AS place FROM answers) AS placed
            WHERE answers.person = placed.person AND answers.key = placed.key AND (answers.began_at < {kept} OR place > {options.Value.MostPerPerson})
            """,
            cancellationToken
        );
    }
}
