using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Collector.Data.Migrations
{
    /// <inheritdoc />
    public partial class ItemLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "link",
                table: "items",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "link",
                table: "items");
        }
    }
}
