using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Connectors.Http;
using Npgsql;

namespace NewsEducator.Collector.Throttling;

/// <summary>The gate to each host, kept in the database: it holds for all replicas, and across their restarts.</summary>
/// <remarks>A slot is leased for a turn, so a process that dies gives it back; at most <c>Concurrency</c> rows a host.</remarks>
internal sealed class HostGate(NpgsqlDataSource database, IOptions<HostThrottlingOptions> options, TimeProvider time) : IHostGate
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(25);

    // Within this process one waits in memory, so that the database is asked by few at a time.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _queues = new(StringComparer.Ordinal);

    public async Task<IHostTurn> EnterAsync(HostPool pool, CancellationToken cancellationToken)
    {
        var queue = await QueueAsync(pool.Host, cancellationToken);
        var patience = time.GetUtcNow() + options.Value.Patience;
        if (!await queue.WaitAsync(options.Value.Patience, cancellationToken))
        {
            throw new HostThrottledException(pool.Host, time.GetUtcNow() + options.Value.Patience);
        }

        try
        {
            return new Turn(this, pool, queue, await TakeSlotAsync(pool, patience, cancellationToken));
        }
        catch
        {
            queue.Release();
            throw;
        }
    }

    private async Task<Slot> TakeSlotAsync(HostPool pool, DateTimeOffset patience, CancellationToken cancellationToken)
    {
        while (true)
        {
            var slot = new Slot(Guid.NewGuid());
            if (await TryTakeAsync(pool, slot, cancellationToken))
            {
                return slot;
            }

            var (opens, now) = (await OpensAsync(pool, cancellationToken), time.GetUtcNow());
            if (opens > patience || now > patience)
            {
                throw new HostThrottledException(pool.Host, opens > patience ? opens : now + options.Value.Patience);
            }

            await Task.Delay(opens > now + Moment ? opens - now : Moment, time, cancellationToken);
        }
    }

    // The row of the host is what two takers meet at: the second one sees the time that the first one set.
    private async Task<bool> TryTakeAsync(HostPool pool, Slot slot, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var take = database.CreateCommand(
            """
            WITH free AS (
                SELECT number FROM host_slots
                WHERE host = $1 AND number < $2 AND (leased_until IS NULL OR leased_until <= $3)
                ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED),
            turn AS (
                UPDATE hosts SET next_at = $4 FROM free
                WHERE name = $1 AND next_at <= $3 AND not_before <= $3
                  AND NOT EXISTS (SELECT 1 FROM hosts pool WHERE pool.name = $7 AND pool.not_before > $3)
                RETURNING number)
            UPDATE host_slots SET leased_until = $5, holder = $6 FROM turn WHERE host = $1 AND host_slots.number = turn.number
            """
        );
        var limits = options.Value.For(pool.Host);
        take.Parameters.AddRange(
            Values(pool.Host, limits.Concurrency!.Value, now, now + limits.Pace!.Value, now + options.Value.Turn, slot.Holder, pool.Name)
        );
        return await take.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private async Task<DateTimeOffset> OpensAsync(HostPool pool, CancellationToken cancellationToken)
    {
        await using var read = database.CreateCommand("SELECT max(greatest(not_before, next_at)) FROM hosts WHERE name IN ($1, $2)");
        read.Parameters.AddRange(Values(pool.Host, pool.Name));
        return await read.ExecuteScalarAsync(cancellationToken) is DateTime opens ? new DateTimeOffset(opens) : default;
    }

    private async Task<SemaphoreSlim> QueueAsync(string host, CancellationToken cancellationToken)
    {
        if (_queues.TryGetValue(host, out var queue))
        {
            return queue;
        }

        var concurrency = options.Value.For(host).Concurrency!.Value;
        await using var introduce = database.CreateCommand(
            """
            WITH host AS (
                INSERT INTO hosts (name, next_at, not_before, strikes) VALUES ($1, $3, $3, 0) ON CONFLICT DO NOTHING)
            INSERT INTO host_slots (host, number) SELECT $1, number FROM generate_series(0, $2 - 1) number ON CONFLICT DO NOTHING
            """
        );
        introduce.Parameters.AddRange(Values(host, concurrency, time.GetUtcNow()));
        await introduce.ExecuteNonQueryAsync(cancellationToken);
        return _queues.GetOrAdd(host, _ => new SemaphoreSlim(concurrency));
    }

    private async Task RestAsync(HostPool pool, RateLimitSignal pause)
    {
        var grows = pause.Reason is PauseReason.Limited;
        var now = time.GetUtcNow();
        await using var rest = database.CreateCommand(
            """
            INSERT INTO hosts AS h (name, next_at, not_before, strikes) VALUES ($1, $2, $3, $4)
            ON CONFLICT (name) DO UPDATE SET
                strikes = least(h.strikes + $4, 16),
                not_before = greatest(h.not_before, $3, CASE WHEN $4 = 1 THEN $2 + least($6, $5 * power(2, h.strikes)) END)
            """
        );
        rest.Parameters.AddRange(
            Values(
                pause.Reason is PauseReason.Spent ? pool.Name : pool.Host,
                now,
                pause.Until,
                grows ? 1 : 0,
                options.Value.FirstRest,
                options.Value.LongestRest
            )
        );
        await rest.ExecuteNonQueryAsync();
    }

    private async Task LeaveAsync(HostPool pool, Slot slot, bool content)
    {
        await using var leave = database.CreateCommand(
            """
            WITH content AS (UPDATE hosts SET strikes = 0 WHERE name = $1 AND strikes > 0 AND $3)
            UPDATE host_slots SET leased_until = NULL WHERE host = $1 AND holder = $2
            """
        );
        leave.Parameters.AddRange(Values(pool.Host, slot.Holder, content));
        await leave.ExecuteNonQueryAsync();
    }

    private static NpgsqlParameter[] Values(params object[] values) => [.. values.Select(value => new NpgsqlParameter { Value = value })];

    private sealed record Slot(Guid Holder);

    private sealed class Turn(HostGate gate, HostPool pool, SemaphoreSlim queue, Slot slot) : IHostTurn
    {
        private bool _content;

        public async Task AnsweredAsync(RateLimitSignal? pause)
        {
            _content = pause is null;
            if (pause is not null)
            {
                await gate.RestAsync(pool, pause);
            }
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                await gate.LeaveAsync(pool, slot, _content);
            }
            finally
            {
                queue.Release();
            }
        }
    }
}
