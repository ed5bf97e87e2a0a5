using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Compliance.Data.Migrations
{
    /// <inheritdoc />
    public partial class ConventionalNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_rescreen_items_rescreens_rescreen_id",
                table: "rescreen_items");

            migrationBuilder.DropPrimaryKey(
                name: "PK_standings",
                table: "standings");

            migrationBuilder.DropPrimaryKey(
                name: "PK_screenings",
                table: "screenings");

            migrationBuilder.DropPrimaryKey(
                name: "PK_rescreens",
                table: "rescreens");

            migrationBuilder.DropPrimaryKey(
                name: "PK_rescreen_items",
                table: "rescreen_items");

            migrationBuilder.DropPrimaryKey(
                name: "PK_policy_versions",
                table: "policy_versions");

            migrationBuilder.DropPrimaryKey(
                name: "PK_outbox",
                table: "outbox");

            migrationBuilder.DropPrimaryKey(
                name: "PK_opinion_days",
                table: "opinion_days");

            migrationBuilder.DropPrimaryKey(
                name: "PK_inbox",
                table: "inbox");

            migrationBuilder.DropPrimaryKey(
                name: "PK_drift_findings",
                table: "drift_findings");

            migrationBuilder.RenameIndex(
                name: "IX_standings_next_look_at",
                table: "standings",
                newName: "ix_standings_next_look_at");

            migrationBuilder.RenameIndex(
                name: "IX_screenings_screened_at",
                table: "screenings",
                newName: "ix_screenings_screened_at");

            migrationBuilder.RenameIndex(
                name: "IX_screenings_item_id_screened_at",
                table: "screenings",
                newName: "ix_screenings_item_id_screened_at");

            migrationBuilder.RenameIndex(
                name: "IX_screenings_candidate_id_screened_at",
                table: "screenings",
                newName: "ix_screenings_candidate_id_screened_at");

            migrationBuilder.RenameIndex(
                name: "IX_drift_findings_found_at",
                table: "drift_findings",
                newName: "ix_drift_findings_found_at");

            migrationBuilder.AddPrimaryKey(
                name: "pk_standings",
                table: "standings",
                column: "candidate_id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_screenings",
                table: "screenings",
                columns: new[] { "candidate_id", "snapshot_id", "revision", "policy_version" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_rescreens",
                table: "rescreens",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_rescreen_items",
                table: "rescreen_items",
                columns: new[] { "rescreen_id", "candidate_id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_policy_versions",
                table: "policy_versions",
                column: "number");

            migrationBuilder.AddPrimaryKey(
                name: "pk_outbox",
                table: "outbox",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_opinion_days",
                table: "opinion_days",
                columns: new[] { "day", "model" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_inbox",
                table: "inbox",
                columns: new[] { "consumer", "natural_key" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_drift_findings",
                table: "drift_findings",
                columns: new[] { "candidate_id", "new_snapshot_id", "found_at" });

            migrationBuilder.AddForeignKey(
                name: "fk_rescreen_items_rescreens_rescreen_id",
                table: "rescreen_items",
                column: "rescreen_id",
                principalTable: "rescreens",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_rescreen_items_rescreens_rescreen_id",
                table: "rescreen_items");

            migrationBuilder.DropPrimaryKey(
                name: "pk_standings",
                table: "standings");

            migrationBuilder.DropPrimaryKey(
                name: "pk_screenings",
                table: "screenings");

            migrationBuilder.DropPrimaryKey(
                name: "pk_rescreens",
                table: "rescreens");

            migrationBuilder.DropPrimaryKey(
                name: "pk_rescreen_items",
                table: "rescreen_items");

            migrationBuilder.DropPrimaryKey(
                name: "pk_policy_versions",
                table: "policy_versions");

            migrationBuilder.DropPrimaryKey(
                name: "pk_outbox",
                table: "outbox");

            migrationBuilder.DropPrimaryKey(
                name: "pk_opinion_days",
                table: "opinion_days");

            migrationBuilder.DropPrimaryKey(
                name: "pk_inbox",
                table: "inbox");

            migrationBuilder.DropPrimaryKey(
                name: "pk_drift_findings",
                table: "drift_findings");

            migrationBuilder.RenameIndex(
                name: "ix_standings_next_look_at",
                table: "standings",
                newName: "IX_standings_next_look_at");

            migrationBuilder.RenameIndex(
                name: "ix_screenings_screened_at",
                table: "screenings",
                newName: "IX_screenings_screened_at");

            migrationBuilder.RenameIndex(
                name: "ix_screenings_item_id_screened_at",
                table: "screenings",
                newName: "IX_screenings_item_id_screened_at");

            migrationBuilder.RenameIndex(
                name: "ix_screenings_candidate_id_screened_at",
                table: "screenings",
                newName: "IX_screenings_candidate_id_screened_at");

            migrationBuilder.RenameIndex(
                name: "ix_drift_findings_found_at",
                table: "drift_findings",
                newName: "IX_drift_findings_found_at");

            migrationBuilder.AddPrimaryKey(
                name: "PK_standings",
                table: "standings",
                column: "candidate_id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_screenings",
                table: "screenings",
                columns: new[] { "candidate_id", "snapshot_id", "revision", "policy_version" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_rescreens",
                table: "rescreens",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_rescreen_items",
                table: "rescreen_items",
                columns: new[] { "rescreen_id", "candidate_id" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_policy_versions",
                table: "policy_versions",
                column: "number");

            migrationBuilder.AddPrimaryKey(
                name: "PK_outbox",
                table: "outbox",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_opinion_days",
                table: "opinion_days",
                columns: new[] { "day", "model" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_inbox",
                table: "inbox",
                columns: new[] { "consumer", "natural_key" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_drift_findings",
                table: "drift_findings",
                columns: new[] { "candidate_id", "new_snapshot_id", "found_at" });

            migrationBuilder.AddForeignKey(
                name: "FK_rescreen_items_rescreens_rescreen_id",
                table: "rescreen_items",
                column: "rescreen_id",
                principalTable: "rescreens",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
