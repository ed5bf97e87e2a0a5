using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Publisher.Data.Migrations
{
    /// <inheritdoc />
    public partial class DeliveriesInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "digest_date",
                table: "webhook_deliveries",
                type: "date",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_webhook_id_digest_date",
                table: "webhook_deliveries",
                columns: new[] { "webhook_id", "digest_date" },
                filter: "next_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_webhook_deliveries_webhook_id_digest_date",
                table: "webhook_deliveries");

            migrationBuilder.DropColumn(
                name: "digest_date",
                table: "webhook_deliveries");
        }
    }
}
