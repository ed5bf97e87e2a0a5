using Microsoft.EntityFrameworkCore.Migrations;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.ServiceDefaults.Tests;

/// <summary>What two versions that run beside each other must have in common.</summary>
public sealed class FormerVersionTests
{
    [Fact]
    public void The_former_version_reads_the_messages_of_this_one_and_the_reverse() =>
        FormerVersion.Obstacles(typeof(IMessage).Assembly).ShouldBeEmpty();

    [Fact]
    public void A_member_may_come_and_none_may_go_change_or_be_required()
    {
        Differences<Before, WithMore>().ShouldBeEmpty();
        Differences<Before, WithLess>().ShouldBe(["m.note is gone"]);
        Differences<Before, WithOther>().First().ShouldStartWith("m.count: type has changed");
        Differences<Before, WithNewValue>().ShouldBeEmpty();
        Differences<WithNewValue, Before>().ShouldBe(["m.kind: the value \"Paper\" is gone"]);
        Differences<Before, WithDemand>().ShouldBe(["m.by is required, and the former version may leave it out"]);
        Differences<WithDemand, WithMore>().ShouldBeEmpty();
        Differences<Whole<Before>, Whole<WithLess>>().ShouldBe(["m.parts[].note is gone"]);
    }

    [Fact]
    public void A_migration_may_add_and_not_remove_rename_or_demand()
    {
        Obstacles(migration =>
            {
                migration.CreateTable("looks", table => new { id = table.Column<long>() });
                migration.CreateIndex("ix_looks_id", "looks", "id", unique: true);
                migration.AddColumn<string>("note", "packs", nullable: true);
                migration.AddColumn<int>("count", "packs", nullable: false, defaultValue: 0);
                migration.CreateIndex("ix_packs_note", "packs", "note");
                migration.Sql("UPDATE packs SET note = ''");
            })
            .ShouldBeEmpty();

        Obstacles(migration => migration.AddColumn<string>("by", "packs")).ShouldBe(["packs.by is required and has no default"]);
        Obstacles(migration => migration.RenameColumn("stands_for", "packs", "leads")).ShouldBe(["packs: RenameColumnOperation"]);
        Obstacles(migration => migration.RenameTable("standings", newName: "outcomes")).Count().ShouldBe(1);
        Obstacles(migration => migration.DropColumn("note", "packs")).Count().ShouldBe(1);
        Obstacles(migration => migration.CreateIndex("ix_packs_date", "packs", "date", unique: true)).Count().ShouldBe(1);
        Obstacles(migration => migration.Sql("ALTER TABLE packs DROP COLUMN note")).Count().ShouldBe(1);
    }

    private static IEnumerable<string> Differences<TFormer, TPresent>() =>
        MessageShape.Differences(MessageShape.Of(typeof(TFormer)), MessageShape.Of(typeof(TPresent)), "m");

    private static IEnumerable<string> Obstacles(Action<MigrationBuilder> migrate)
    {
        var migration = new MigrationBuilder("Npgsql.EntityFrameworkCore.PostgreSQL");
        migrate(migration);
        return AddingMigrations.Obstacles(migration.Operations);
    }

    private enum Kind
    {
        Issue,
        Video,
    }

    private enum MoreKinds
    {
        Issue,
        Video,
        Paper,
    }

    private sealed record Before(int Count, string? Note, Kind Kind);

    private sealed record WithMore(int Count, string? Note, Kind Kind)
    {
        public string? By { get; init; }
    }

    private sealed record WithLess(int Count, Kind Kind);

    private sealed record WithOther(string Count, string? Note, Kind Kind);

    private sealed record WithNewValue(int Count, string? Note, MoreKinds Kind);

    private sealed record WithDemand(int Count, string? Note, Kind Kind)
    {
        public required string? By { get; init; }
    }

    private sealed record Whole<T>(IReadOnlyList<T> Parts);
}
