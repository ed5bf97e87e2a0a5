using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Compliance.Data.Migrations
{
    /// <inheritdoc />
    public partial class PolicyAndDrift : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "request",
                table: "screenings",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "shadow",
                table: "screenings",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.CreateTable(
                name: "drift_findings",
                columns: table => new
                {
                    candidate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    new_snapshot_id = table.Column<string>(type: "text", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    snapshot_id = table.Column<string>(type: "text", nullable: false),
                    lost = table.Column<string>(type: "jsonb", nullable: false),
                    proposal = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drift_findings", x => new { x.candidate_id, x.new_snapshot_id, x.found_at });
                });

            migrationBuilder.CreateTable(
                name: "policy_versions",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    yaml = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    comment = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_policy_versions", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "rescreens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_by = table.Column<string>(type: "text", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rescreens", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "standings",
                columns: table => new
                {
                    candidate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    next_look_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    looks = table.Column<int>(type: "integer", nullable: false),
                    misses = table.Column<int>(type: "integer", nullable: false),
                    seen_snapshot_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_standings", x => x.candidate_id);
                });

            migrationBuilder.CreateTable(
                name: "rescreen_items",
                columns: table => new
                {
                    rescreen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    candidate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    verdict = table.Column<string>(type: "text", nullable: true),
                    flip = table.Column<string>(type: "jsonb", nullable: true),
                    fault = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rescreen_items", x => new { x.rescreen_id, x.candidate_id });
                    table.ForeignKey(
                        name: "FK_rescreen_items_rescreens_rescreen_id",
                        column: x => x.rescreen_id,
                        principalTable: "rescreens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_screenings_screened_at",
                table: "screenings",
                column: "screened_at");

            migrationBuilder.CreateIndex(
                name: "IX_drift_findings_found_at",
                table: "drift_findings",
                column: "found_at");

            migrationBuilder.CreateIndex(
                name: "IX_standings_next_look_at",
                table: "standings",
                column: "next_look_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "drift_findings");

            migrationBuilder.DropTable(
                name: "policy_versions");

            migrationBuilder.DropTable(
                name: "rescreen_items");

            migrationBuilder.DropTable(
                name: "standings");

            migrationBuilder.DropTable(
                name: "rescreens");

            migrationBuilder.DropIndex(
                name: "IX_screenings_screened_at",
                table: "screenings");

            migrationBuilder.DropColumn(
                name: "request",
                table: "screenings");

            migrationBuilder.DropColumn(
                name: "shadow",
                table: "screenings");
        }
    }
}
