using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Publisher.Data.Migrations
{
    /// <inheritdoc />
    public partial class OutdatedNotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "outdated_notes",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outdated_notes", x => x.date);
                });

            migrationBuilder.CreateIndex(
                name: "IX_outdated_notes_next_at",
                table: "outdated_notes",
                column: "next_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "outdated_notes");
        }
    }
}
