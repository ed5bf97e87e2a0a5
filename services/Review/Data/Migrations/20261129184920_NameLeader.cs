using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Review.Data.Migrations
{
    /// <inheritdoc />
    public partial class NameLeader : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "stands_for",
                table: "candidates",
                newName: "leads_event");

            migrationBuilder.RenameIndex(
                name: "ix_candidates_stands_for",
                table: "candidates",
                newName: "ix_candidates_leads_event");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "leads_event",
                table: "candidates",
                newName: "stands_for");

            migrationBuilder.RenameIndex(
                name: "ix_candidates_leads_event",
                table: "candidates",
                newName: "ix_candidates_stands_for");
        }
    }
}
