using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Review.Data.Migrations
{
    /// <inheritdoc />
    public partial class HeldReleases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "held_until",
                table: "packs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "draft",
                table: "notes",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "draft_base",
                table: "notes",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "replaced",
                table: "notes",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AlterColumn<string>(
                name: "verdict_name",
                table: "candidates",
                type: "text",
                nullable: true,
                computedColumnSql: "CASE WHEN (screening->>'revision')::int = revision THEN screening->>'verdict' END",
                stored: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldComputedColumnSql: "screening->>'verdict'",
                oldStored: true);

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    issuer = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => new { x.issuer, x.subject });
                });

            migrationBuilder.CreateIndex(
                name: "IX_people_name_key",
                table: "people",
                column: "name_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropColumn(
                name: "held_until",
                table: "packs");

            migrationBuilder.DropColumn(
                name: "draft",
                table: "notes");

            migrationBuilder.DropColumn(
                name: "draft_base",
                table: "notes");

            migrationBuilder.DropColumn(
                name: "replaced",
                table: "notes");

            migrationBuilder.AlterColumn<string>(
                name: "verdict_name",
                table: "candidates",
                type: "text",
                nullable: true,
                computedColumnSql: "screening->>'verdict'",
                stored: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldComputedColumnSql: "CASE WHEN (screening->>'revision')::int = revision THEN screening->>'verdict' END",
                oldStored: true);
        }
    }
}
