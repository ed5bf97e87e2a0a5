using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Review.Data.Migrations
{
    /// <inheritdoc />
    public partial class AwaitedSources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "answered",
                table: "source_looks",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_missing",
                table: "source_looks",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int[]>(
                name: "awaited_sources",
                table: "packs",
                type: "integer[]",
                nullable: false,
                defaultValueSql: "'{}'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "answered",
                table: "source_looks");

            migrationBuilder.DropColumn(
                name: "is_missing",
                table: "source_looks");

            migrationBuilder.DropColumn(
                name: "awaited_sources",
                table: "packs");
        }
    }
}
