using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using NewsEducator.Contracts;

namespace NewsEducator.Testing;

/// <summary>What the former version put down in <c>tests/Testing/former-version</c>: its messages and its migrations. Where both can
/// live with this version's, replicas are replaced one by one.</summary>
/// <remarks>When a version is out, run these tests once with NEWSEDUCATOR_RECORD_VERSION=1; docs/upgrading.md says what else to
/// do.</remarks>
public static class FormerVersion
{
    private const string Migrations = "migrations";
    private const string Messages = "messages";
    private const string Provider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static bool IsRecorded => Environment.GetEnvironmentVariable("NEWSEDUCATOR_RECORD_VERSION") == "1";

    /// <param name="messages">Whose messages.</param>
    /// <returns>In words why the former version cannot run beside this one.</returns>
    public static IReadOnlyList<string> Obstacles(Assembly messages) => Obstacles(messages, null);

    /// <param name="db">A service's database, which is not opened; with the messages that only the service sees.</param>
    /// <inheritdoc cref="Obstacles(Assembly)"/>
    public static IReadOnlyList<string> Obstacles(DbContext db) => Obstacles(db.GetType().Assembly, db.GetService<IMigrationsAssembly>());

    private static List<string> Obstacles(Assembly assembly, IMigrationsAssembly? migrations)
    {
        var shapes = assembly
            .GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IMessage)) && !type.IsAbstract)
            .ToDictionary(type => type.FullName!, MessageShape.Of);
        var file = Repository.In($"tests/Testing/former-version/{assembly.GetName().Name}.json");
        if (IsRecorded)
        {
            Record(file, shapes, migrations);
        }

        var former = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        return
        [
            .. former[Messages]!
                .AsObject()
                .SelectMany(message =>
                    shapes.TryGetValue(message.Key, out var present)
                        ? MessageShape.Differences(message.Value, present, message.Key)
                        : [$"{message.Key} is gone, and may wait in a queue or an outbox"]
                ),
            .. migrations is null ? [] : AddingMigrations.Obstacles(Newer(migrations, former[Migrations]!.AsArray())),
        ];
    }

    // Some are numbered to come last for ever, so the last one says nothing of the others.
    private static List<MigrationOperation> Newer(IMigrationsAssembly migrations, JsonArray former)
    {
        var known = former.Select(migration => migration!.GetValue<string>()).ToHashSet();
        return
        [
            .. migrations
                .Migrations.Where(migration => !known.Contains(migration.Key))
                .SelectMany(migration => migrations.CreateMigration(migration.Value, Provider).UpOperations),
        ];
    }

    private static void Record(string file, Dictionary<string, JsonNode> shapes, IMigrationsAssembly? migrations)
    {
        var recorded = new JsonObject();
        if (migrations is not null)
        {
            recorded[Migrations] = new JsonArray([.. migrations.Migrations.Keys.Select(migration => JsonValue.Create(migration))]);
        }

        recorded[Messages] = new JsonObject(
            shapes
                .OrderBy(shape => shape.Key, StringComparer.Ordinal)
                .Select(shape => KeyValuePair.Create(shape.Key, (JsonNode?)shape.Value.DeepClone()))
        );
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, recorded.ToJsonString(Indented) + "\n");
    }
}
