using Npgsql;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Rows of the outbox that this process has locked until it settles them: two round trips for all of them, however many.</summary>
/// <remarks>Begin, both reads, and later all changes with the commit are one batch each, since a relay that is woken by every save mostly
/// finds one row.</remarks>
internal sealed class ClaimedMessages : IAsyncDisposable
{
    private const string Columns = "id, message_id, type, body, trace_parent, created_at, not_before, attempts";

    private readonly NpgsqlConnection _connection;

    private ClaimedMessages(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Not tried before, the oldest first.</summary>
    public List<OutboxMessage> Fresh { get; } = [];

    /// <summary>That could not be sent before, the one due longest first.</summary>
    public List<OutboxMessage> Repeats { get; } = [];

    /// <param name="database">The service's own.</param>
    /// <param name="now">Nothing is claimed that is to be sent later.</param>
    /// <param name="fresh">The most of the one kind.</param>
    /// <param name="repeats">The most of the other.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ClaimedMessages> ClaimAsync(
        NpgsqlDataSource database,
        DateTimeOffset now,
        int fresh,
        int repeats,
        CancellationToken cancellationToken
    )
    {
        var claimed = new ClaimedMessages(await database.OpenConnectionAsync(cancellationToken));
        try
        {
            await claimed.ReadAsync(now, fresh, repeats, cancellationToken);
            return claimed;
        }
        catch
        {
            await claimed.DisposeAsync();
            throw;
        }
    }

    /// <summary>Removes what was sent, puts off the rest, and commits.</summary>
    public async Task SettleAsync(
        IEnumerable<long> sent,
        IReadOnlyCollection<(long Id, DateTimeOffset NotBefore)> failed,
        CancellationToken cancellationToken
    )
    {
        await using var batch = _connection.CreateBatch();
        batch.BatchCommands.Add(Command("DELETE FROM outbox WHERE id = ANY($1)", sent.ToArray()));
        if (failed.Count > 0)
        {
            batch.BatchCommands.Add(
                Command(
                    """
                    UPDATE outbox SET attempts = attempts + 1, not_before = failed.not_before
                    FROM unnest($1, $2) AS failed (id, not_before) WHERE outbox.id = failed.id
                    """,
                    failed.Select(each => each.Id).ToArray(),
                    failed.Select(each => each.NotBefore.UtcDateTime).ToArray()
                )
            );
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What was not settled is free again.</summary>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task ReadAsync(DateTimeOffset now, int fresh, int repeats, CancellationToken cancellationToken)
    {
        await using var batch = _connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
        batch.BatchCommands.Add(
            Command(
                $"SELECT {Columns} FROM outbox WHERE attempts = 0 AND not_before <= $1 ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED",
                now.UtcDateTime,
                fresh
            )
        );
        batch.BatchCommands.Add(
            Command(
                $"SELECT {Columns} FROM outbox WHERE attempts > 0 AND not_before <= $1 ORDER BY not_before LIMIT $2 FOR UPDATE SKIP LOCKED",
                now.UtcDateTime,
                repeats
            )
        );
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await ReadAsync(reader, Fresh, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await ReadAsync(reader, Repeats, cancellationToken);
    }

    private static async Task ReadAsync(NpgsqlDataReader reader, List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            messages.Add(
                new OutboxMessage
                {
                    Id = reader.GetInt64(0),
                    MessageId = reader.GetGuid(1),
                    Type = reader.GetString(2),
                    Body = reader.GetString(3),
                    TraceParent = reader.IsDBNull(4) ? null : reader.GetString(4),
                    CreatedAt = reader.GetFieldValue<DateTimeOffset>(5),
                    NotBefore = reader.GetFieldValue<DateTimeOffset>(6),
                    Attempts = reader.GetInt32(7),
                }
            );
        }
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
