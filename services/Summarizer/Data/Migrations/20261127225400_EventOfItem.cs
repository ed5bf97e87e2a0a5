using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Summarizer.Data.Migrations
{
    /// <inheritdoc />
    public partial class EventOfItem : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "related",
                table: "summaries",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<Guid>(
                name: "update_of",
                table: "summaries",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "related",
                table: "summaries");

            migrationBuilder.DropColumn(
                name: "update_of",
                table: "summaries");
        }
    }
}
