using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Publisher.Data.Migrations
{
    /// <inheritdoc />
    public partial class PagesFeedsAndWithdrawals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "concept_key",
                table: "digest_items",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "digest_items",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<List<string>>(
                name: "search_tokens",
                table: "digest_items",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "digest_items",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "type",
                table: "digest_items",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "withdrawal_reason",
                table: "digest_items",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawn_as",
                table: "digest_items",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "withdrawn_at",
                table: "digest_items",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "digest_revisions",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    concept_key = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_digest_revisions", x => new { x.date, x.number });
                    table.ForeignKey(
                        name: "fk_digest_revisions_digests_date",
                        column: x => x.date,
                        principalTable: "digests",
                        principalColumn: "date",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "written_notes",
                columns: table => new
                {
                    path = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    digest_date = table.Column<DateOnly>(type: "date", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_written_notes", x => x.path);
                });

            migrationBuilder.CreateIndex(
                name: "ix_digest_items_concept_key_digest_date",
                table: "digest_items",
                columns: new[] { "concept_key", "digest_date" });

            migrationBuilder.CreateIndex(
                name: "ix_digest_items_search_tokens",
                table: "digest_items",
                column: "search_tokens")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_digest_items_source_digest_date",
                table: "digest_items",
                columns: new[] { "source", "digest_date" });

            migrationBuilder.CreateIndex(
                name: "ix_digest_items_type_digest_date",
                table: "digest_items",
                columns: new[] { "type", "digest_date" });

            migrationBuilder.CreateIndex(
                name: "ix_digest_revisions_at",
                table: "digest_revisions",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_written_notes_digest_date",
                table: "written_notes",
                column: "digest_date");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "digest_revisions");

            migrationBuilder.DropTable(
                name: "written_notes");

            migrationBuilder.DropIndex(
                name: "ix_digest_items_concept_key_digest_date",
                table: "digest_items");

            migrationBuilder.DropIndex(
                name: "ix_digest_items_search_tokens",
                table: "digest_items");

            migrationBuilder.DropIndex(
                name: "ix_digest_items_source_digest_date",
                table: "digest_items");

            migrationBuilder.DropIndex(
                name: "ix_digest_items_type_digest_date",
                table: "digest_items");

            migrationBuilder.DropColumn(
                name: "concept_key",
                table: "digest_items");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "digest_items");

            migrationBuilder.DropColumn(
                name: "search_tokens",
                table: "digest_items");

            migrationBuilder.DropColumn(
                name: "source",
                table: "digest_items");

            migrationBuilder.DropColumn(
                name: "type",
                table: "digest_items");

            migrationBuilder.DropColumn(
                name: "withdrawal_reason",
                table: "digest_items");

            migrationBuilder.DropColumn(
                name: "withdrawn_as",
                table: "digest_items");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "digest_items");
        }
    }
}
