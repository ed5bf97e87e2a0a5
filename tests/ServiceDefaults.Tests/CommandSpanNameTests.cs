using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.ServiceDefaults.Tests;

public sealed class CommandSpanNameTests
{
    [Theory]
    [InlineData("SELECT i.id, i.url\nFROM items AS i\nWHERE i.id = @p0", "SELECT items")]
    [InlineData("INSERT INTO outbox (id) VALUES (@p0)", "INSERT outbox")]
    [InlineData("UPDATE items SET state = @p0;\nINSERT INTO outbox (id) VALUES (@p1)", "UPDATE items")]
    [InlineData("DELETE FROM outbox WHERE id = ANY(@p0)", "DELETE outbox")]
    [InlineData("SELECT * FROM hosts WHERE id = @p0 FOR UPDATE SKIP LOCKED", "SELECT hosts")]
    [InlineData("WITH due AS (UPDATE \"hosts\" SET a = 1 RETURNING id) SELECT 1", "UPDATE hosts")]
    [InlineData("SELECT pg_advisory_lock(1)", null)]
    public void A_statement_is_named_by_verb_and_table(string sql, string? name) => CommandSpanName.Of(sql).ShouldBe(name);
}
