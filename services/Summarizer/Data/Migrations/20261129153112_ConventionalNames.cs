using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Summarizer.Data.Migrations
{
    /// <inheritdoc />
    public partial class ConventionalNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_summaries",
                table: "summaries");

            migrationBuilder.DropPrimaryKey(
                name: "PK_outbox",
                table: "outbox");

            migrationBuilder.DropPrimaryKey(
                name: "PK_model_calls",
                table: "model_calls");

            migrationBuilder.DropPrimaryKey(
                name: "PK_kept_answers",
                table: "kept_answers");

            migrationBuilder.DropPrimaryKey(
                name: "PK_inbox",
                table: "inbox");

            migrationBuilder.RenameIndex(
                name: "IX_model_calls_day",
                table: "model_calls",
                newName: "ix_model_calls_day");

            migrationBuilder.AddPrimaryKey(
                name: "pk_summaries",
                table: "summaries",
                column: "candidate_id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_outbox",
                table: "outbox",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_model_calls",
                table: "model_calls",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_kept_answers",
                table: "kept_answers",
                column: "key");

            migrationBuilder.AddPrimaryKey(
                name: "pk_inbox",
                table: "inbox",
                columns: new[] { "consumer", "natural_key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_summaries",
                table: "summaries");

            migrationBuilder.DropPrimaryKey(
                name: "pk_outbox",
                table: "outbox");

            migrationBuilder.DropPrimaryKey(
                name: "pk_model_calls",
                table: "model_calls");

            migrationBuilder.DropPrimaryKey(
                name: "pk_kept_answers",
                table: "kept_answers");

            migrationBuilder.DropPrimaryKey(
                name: "pk_inbox",
                table: "inbox");

            migrationBuilder.RenameIndex(
                name: "ix_model_calls_day",
                table: "model_calls",
                newName: "IX_model_calls_day");

            migrationBuilder.AddPrimaryKey(
                name: "PK_summaries",
                table: "summaries",
                column: "candidate_id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_outbox",
                table: "outbox",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_model_calls",
                table: "model_calls",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_kept_answers",
                table: "kept_answers",
                column: "key");

            migrationBuilder.AddPrimaryKey(
                name: "PK_inbox",
                table: "inbox",
                columns: new[] { "consumer", "natural_key" });
        }
    }
}
