using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Collector.Data.Migrations
{
    /// <inheritdoc />
    public partial class RetriesAndPolicy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "last_unread",
                table: "poll_states",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<int>(
                name: "comments",
                table: "items",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "dropped_by_list",
                table: "items",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string[]>(
                name: "labels",
                table: "items",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'::text[]");

            migrationBuilder.AddColumn<int>(
                name: "reactions",
                table: "items",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "items",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "voice",
                table: "items",
                type: "text",
                nullable: true);

            // Links were keys by themselves: whoever linked to the same page was one event. The ids and the item's own address stay.
            migrationBuilder.Sql("""
                UPDATE items SET event_keys = ARRAY(SELECT key FROM unnest(event_keys) key WHERE key ~ '^(CVE|GHSA)-') || lower(replace(url, '/pull/', '/issues/'))
                WHERE event_keys IS NOT NULL
                """);

            migrationBuilder.CreateTable(
                name: "fetch_retries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    source_id = table.Column<string>(type: "text", nullable: true),
                    facts = table.Column<string>(type: "jsonb", nullable: true),
                    submission = table.Column<string>(type: "jsonb", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    gone_seen = table.Column<int>(type: "integer", nullable: false),
                    first_failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fetch_retries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "policy_copies",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    hosts = table.Column<string>(type: "jsonb", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_policy_copies", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_fetch_retries_item_id",
                table: "fetch_retries",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "IX_fetch_retries_next_try_at",
                table: "fetch_retries",
                column: "next_try_at");

            migrationBuilder.CreateIndex(
                name: "IX_fetch_retries_source_id",
                table: "fetch_retries",
                column: "source_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fetch_retries");

            migrationBuilder.DropTable(
                name: "policy_copies");

            migrationBuilder.DropColumn(
                name: "last_unread",
                table: "poll_states");

            migrationBuilder.DropColumn(
                name: "comments",
                table: "items");

            migrationBuilder.DropColumn(
                name: "dropped_by_list",
                table: "items");

            migrationBuilder.DropColumn(
                name: "labels",
                table: "items");

            migrationBuilder.DropColumn(
                name: "reactions",
                table: "items");

            migrationBuilder.DropColumn(
                name: "version",
                table: "items");

            migrationBuilder.DropColumn(
                name: "voice",
                table: "items");
        }
    }
}
