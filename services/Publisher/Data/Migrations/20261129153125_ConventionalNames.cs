using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Publisher.Data.Migrations
{
    /// <inheritdoc />
    public partial class ConventionalNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_digest_items_digests_digest_date",
                table: "digest_items");

            migrationBuilder.DropPrimaryKey(
                name: "PK_releases",
                table: "releases");

            migrationBuilder.DropPrimaryKey(
                name: "PK_outdated_notes",
                table: "outdated_notes");

            migrationBuilder.DropPrimaryKey(
                name: "PK_outbox",
                table: "outbox");

            migrationBuilder.DropPrimaryKey(
                name: "PK_inbox",
                table: "inbox");

            migrationBuilder.DropPrimaryKey(
                name: "PK_digests",
                table: "digests");

            migrationBuilder.DropPrimaryKey(
                name: "PK_digest_items",
                table: "digest_items");

            migrationBuilder.DropPrimaryKey(
                name: "PK_cards",
                table: "cards");

            migrationBuilder.DropPrimaryKey(
                name: "PK_approved_items",
                table: "approved_items");

            migrationBuilder.RenameIndex(
                name: "IX_outdated_notes_next_at",
                table: "outdated_notes",
                newName: "ix_outdated_notes_next_at");

            migrationBuilder.RenameIndex(
                name: "IX_digest_items_digest_date_number",
                table: "digest_items",
                newName: "ix_digest_items_digest_date_number");

            migrationBuilder.RenameIndex(
                name: "IX_cards_item_id",
                table: "cards",
                newName: "ix_cards_item_id");

            migrationBuilder.RenameIndex(
                name: "IX_cards_digest_date",
                table: "cards",
                newName: "ix_cards_digest_date");

            migrationBuilder.RenameIndex(
                name: "IX_approved_items_pack_id",
                table: "approved_items",
                newName: "ix_approved_items_pack_id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_releases",
                table: "releases",
                column: "pack_id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_outdated_notes",
                table: "outdated_notes",
                column: "date");

            migrationBuilder.AddPrimaryKey(
                name: "pk_outbox",
                table: "outbox",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_inbox",
                table: "inbox",
                columns: new[] { "consumer", "natural_key" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_digests",
                table: "digests",
                column: "date");

            migrationBuilder.AddPrimaryKey(
                name: "pk_digest_items",
                table: "digest_items",
                column: "item_id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_cards",
                table: "cards",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_approved_items",
                table: "approved_items",
                column: "candidate_id");

            migrationBuilder.AddForeignKey(
                name: "fk_digest_items_digests_digest_date",
                table: "digest_items",
                column: "digest_date",
                principalTable: "digests",
                principalColumn: "date",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_digest_items_digests_digest_date",
                table: "digest_items");

            migrationBuilder.DropPrimaryKey(
                name: "pk_releases",
                table: "releases");

            migrationBuilder.DropPrimaryKey(
                name: "pk_outdated_notes",
                table: "outdated_notes");

            migrationBuilder.DropPrimaryKey(
                name: "pk_outbox",
                table: "outbox");

            migrationBuilder.DropPrimaryKey(
                name: "pk_inbox",
                table: "inbox");

            migrationBuilder.DropPrimaryKey(
                name: "pk_digests",
                table: "digests");

            migrationBuilder.DropPrimaryKey(
                name: "pk_digest_items",
                table: "digest_items");

            migrationBuilder.DropPrimaryKey(
                name: "pk_cards",
                table: "cards");

            migrationBuilder.DropPrimaryKey(
                name: "pk_approved_items",
                table: "approved_items");

            migrationBuilder.RenameIndex(
                name: "ix_outdated_notes_next_at",
                table: "outdated_notes",
                newName: "IX_outdated_notes_next_at");

            migrationBuilder.RenameIndex(
                name: "ix_digest_items_digest_date_number",
                table: "digest_items",
                newName: "IX_digest_items_digest_date_number");

            migrationBuilder.RenameIndex(
                name: "ix_cards_item_id",
                table: "cards",
                newName: "IX_cards_item_id");

            migrationBuilder.RenameIndex(
                name: "ix_cards_digest_date",
                table: "cards",
                newName: "IX_cards_digest_date");

            migrationBuilder.RenameIndex(
                name: "ix_approved_items_pack_id",
                table: "approved_items",
                newName: "IX_approved_items_pack_id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_releases",
                table: "releases",
                column: "pack_id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_outdated_notes",
                table: "outdated_notes",
                column: "date");

            migrationBuilder.AddPrimaryKey(
                name: "PK_outbox",
                table: "outbox",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_inbox",
                table: "inbox",
                columns: new[] { "consumer", "natural_key" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_digests",
                table: "digests",
                column: "date");

            migrationBuilder.AddPrimaryKey(
                name: "PK_digest_items",
                table: "digest_items",
                column: "item_id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_cards",
                table: "cards",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_approved_items",
                table: "approved_items",
                column: "candidate_id");

            migrationBuilder.AddForeignKey(
                name: "FK_digest_items_digests_digest_date",
                table: "digest_items",
                column: "digest_date",
                principalTable: "digests",
                principalColumn: "date",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
