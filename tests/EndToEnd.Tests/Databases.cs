using NewsEducator.Testing;
using Npgsql;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>The services' databases, looked at from outside.</summary>
internal sealed class Databases(RunningProduct run)
{
    public static readonly IReadOnlyList<string> All = ["collectordb", "summarizerdb", "compliancedb", "reviewdb", "publisherdb"];

    public async Task<List<string>> RowsAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionStringOf(run, database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(
                string.Join(
                    '|',
                    Enumerable.Range(0, reader.FieldCount).Select(index => reader.IsDBNull(index) ? "" : reader.GetValue(index).ToString())
                )
            );
        }

        return rows;
    }

    public async Task<long> CountAsync(string database, string sql) =>
        long.Parse((await RowsAsync(database, sql)).Single(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Without a pool: each connection ends with its use.</summary>
    public static string ConnectionStringOf(RunningProduct run, string database)
    {
        var address = run.Endpoints[database];
        var account = address.UserInfo.Split(':');
        return new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port,
            Username = account[0],
            Password = account[1],
            Database = database,
            Pooling = false,
        }.ConnectionString;
    }
}
