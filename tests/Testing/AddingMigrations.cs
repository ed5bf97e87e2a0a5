using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace NewsEducator.Testing;

/// <summary>Whether the former version works on a schema that was migrated further.</summary>
public static partial class AddingMigrations
{
    /// <param name="operations">Of all newer migrations.</param>
    /// <returns>In words what would stand in its way; empty where the migrations only add.</returns>
    public static IEnumerable<string> Obstacles(IReadOnlyCollection<MigrationOperation> operations)
    {
        var made = operations.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet();
        return operations.Select(operation => Obstacle(operation, made)).OfType<string>();
    }

    private static string? Obstacle(MigrationOperation operation, HashSet<string> made) =>
        operation switch
        {
            // Nobody of the former version knows them.
            CreateTableOperation or CreateSequenceOperation or EnsureSchemaOperation => null,
            ITableMigrationOperation { Table: var table } when made.Contains(table) => null,
            AddColumnOperation { IsNullable: true } or AddColumnOperation { DefaultValue: not null } => null,
            AddColumnOperation { DefaultValueSql: not null } or AddColumnOperation { ComputedColumnSql: not null } => null,
            AddColumnOperation column => $"{column.Table}.{column.Name} is required and has no default",
            CreateIndexOperation { IsUnique: false } => null,
            CreateIndexOperation index => $"{index.Table}: the unique index {index.Name} may refuse what the former version writes",
            SqlOperation sql when !Removing().IsMatch(sql.Sql) => null,
            SqlOperation sql => $"SQL that removes, renames or narrows: {sql.Sql}",
            ITableMigrationOperation other => $"{other.Table}: {other.GetType().Name}",
            _ => operation.GetType().Name,
        };

    [GeneratedRegex(@"\b(DROP|RENAME|TRUNCATE|DELETE|SET\s+NOT\s+NULL|ADD\s+CONSTRAINT)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Removing();
}
