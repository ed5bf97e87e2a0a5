using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Review.Data.Migrations
{
    /// <inheritdoc />
    public partial class SentCorrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "sent_at",
                table: "corrections",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sent_by",
                table: "corrections",
                type: "text",
                nullable: true);

            // What is on its way is asked for too.
            migrationBuilder.Sql(
                """
                UPDATE corrections SET sent_at = now(), sent_by = coalesce(withdrawal ->> 'By', withdrawal ->> 'by', '')
                WHERE state = 'Sent'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "sent_at",
                table: "corrections");

            migrationBuilder.DropColumn(
                name: "sent_by",
                table: "corrections");
        }
    }
}
