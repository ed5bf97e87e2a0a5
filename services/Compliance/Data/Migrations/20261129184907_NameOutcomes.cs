using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Compliance.Data.Migrations
{
    /// <inheritdoc />
    public partial class NameOutcomes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_standings",
                table: "standings");

            migrationBuilder.RenameTable(
                name: "standings",
                newName: "candidate_outcomes");

            migrationBuilder.RenameIndex(
                name: "ix_standings_next_look_at",
                table: "candidate_outcomes",
                newName: "ix_candidate_outcomes_next_look_at");

            migrationBuilder.AddPrimaryKey(
                name: "pk_candidate_outcomes",
                table: "candidate_outcomes",
                column: "candidate_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_candidate_outcomes",
                table: "candidate_outcomes");

            migrationBuilder.RenameTable(
                name: "candidate_outcomes",
                newName: "standings");

            migrationBuilder.RenameIndex(
                name: "ix_candidate_outcomes_next_look_at",
                table: "standings",
                newName: "ix_standings_next_look_at");

            migrationBuilder.AddPrimaryKey(
                name: "pk_standings",
                table: "standings",
                column: "candidate_id");
        }
    }
}
