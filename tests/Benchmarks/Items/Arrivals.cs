using NewsEducator.EndToEnd.Tests;
using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.Benchmarks.Items;

/// <summary>The candidates in the database of Review, counted over one connection so that counting costs nothing beside the work.</summary>
internal sealed class Arrivals : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly NpgsqlConnection _connection;

    private Arrivals(NpgsqlConnection connection) => _connection = connection;

    public static async Task<Arrivals> OfAsync(RunningProduct product)
    {
        var connection = new NpgsqlConnection(Databases.ConnectionStringOf(product, "reviewdb"));
        await connection.OpenAsync();
        return new Arrivals(connection);
    }

    public async Task<long> CountAsync()
    {
        await using var count = new NpgsqlCommand("SELECT count(*) FROM candidates", _connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    /// <param name="expected">Returns once there are so many.</param>
    /// <param name="say">Gets the count from time to time.</param>
    /// <exception cref="TimeoutException">None has come for a while.</exception>
    public async Task WaitAsync(long expected, Action<long> say)
    {
        var (last, changed, said) = (0L, TimeProvider.System.GetTimestamp(), TimeProvider.System.GetTimestamp());
        while (await CountAsync() is var count && count < expected)
        {
            changed = count == last ? changed : TimeProvider.System.GetTimestamp();
            last = count;
            if (TimeProvider.System.GetElapsedTime(changed) > Patience)
            {
                throw new TimeoutException($"{count} of {expected} candidates came, and no more.");
            }

            if (TimeProvider.System.GetElapsedTime(said) > Silence)
            {
                said = TimeProvider.System.GetTimestamp();
                say(count);
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
