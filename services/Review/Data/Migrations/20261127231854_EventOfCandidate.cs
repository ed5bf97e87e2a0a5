using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Review.Data.Migrations
{
    /// <inheritdoc />
    public partial class EventOfCandidate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "event_id",
                table: "candidates",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "further_sources",
                table: "candidates",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into",
                table: "candidates",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "offers",
                table: "candidates",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "related",
                table: "candidates",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<Guid>(
                name: "stands_for",
                table: "candidates",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "update_of",
                table: "candidates",
                type: "jsonb",
                nullable: true);

            // What was offered before must be known as such when news of it comes.
            migrationBuilder.Sql("UPDATE candidates SET event_id = (source->>'itemId')::uuid WHERE source IS NOT NULL AND planted IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_candidates_event_id",
                table: "candidates",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "IX_candidates_stands_for",
                table: "candidates",
                column: "stands_for",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_candidates_event_id",
                table: "candidates");

            migrationBuilder.DropIndex(
                name: "IX_candidates_stands_for",
                table: "candidates");

            migrationBuilder.DropColumn(
                name: "event_id",
                table: "candidates");

            migrationBuilder.DropColumn(
                name: "further_sources",
                table: "candidates");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "candidates");

            migrationBuilder.DropColumn(
                name: "offers",
                table: "candidates");

            migrationBuilder.DropColumn(
                name: "related",
                table: "candidates");

            migrationBuilder.DropColumn(
                name: "stands_for",
                table: "candidates");

            migrationBuilder.DropColumn(
                name: "update_of",
                table: "candidates");
        }
    }
}
