using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Collector.Data.Migrations
{
    /// <inheritdoc />
    public partial class NameCadence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "rhythm",
                table: "poll_states",
                newName: "poll_cadence");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "poll_cadence",
                table: "poll_states",
                newName: "rhythm");
        }
    }
}
