using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Review.Data.Migrations
{
    /// <inheritdoc />
    public partial class ConventionalNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_candidates_packs_pack_id",
                table: "candidates");

            migrationBuilder.DropPrimaryKey(
                name: "PK_sessions",
                table: "sessions");

            migrationBuilder.DropPrimaryKey(
                name: "PK_people",
                table: "people");

            migrationBuilder.DropPrimaryKey(
                name: "PK_packs",
                table: "packs");

            migrationBuilder.DropPrimaryKey(
                name: "PK_outbox",
                table: "outbox");

            migrationBuilder.DropPrimaryKey(
                name: "PK_notes",
                table: "notes");

            migrationBuilder.DropPrimaryKey(
                name: "PK_inbox",
                table: "inbox");

            migrationBuilder.DropPrimaryKey(
                name: "PK_history",
                table: "history");

            migrationBuilder.DropPrimaryKey(
                name: "PK_comments",
                table: "comments");

            migrationBuilder.DropPrimaryKey(
                name: "PK_candidates",
                table: "candidates");

            migrationBuilder.DropPrimaryKey(
                name: "PK_audit",
                table: "audit");

            migrationBuilder.DropPrimaryKey(
                name: "PK_api_keys",
                table: "api_keys");

            migrationBuilder.DropPrimaryKey(
                name: "PK_answers",
                table: "answers");

            migrationBuilder.RenameIndex(
                name: "IX_sessions_person",
                table: "sessions",
                newName: "ix_sessions_person");

            migrationBuilder.RenameIndex(
                name: "IX_sessions_key_hash",
                table: "sessions",
                newName: "ix_sessions_key_hash");

            migrationBuilder.RenameIndex(
                name: "IX_sessions_expires_at",
                table: "sessions",
                newName: "ix_sessions_expires_at");

            migrationBuilder.RenameIndex(
                name: "IX_people_name_key",
                table: "people",
                newName: "ix_people_name_key");

            migrationBuilder.RenameIndex(
                name: "IX_packs_date",
                table: "packs",
                newName: "ix_packs_date");

            migrationBuilder.RenameIndex(
                name: "IX_history_pack_id_id",
                table: "history",
                newName: "ix_history_pack_id_id");

            migrationBuilder.RenameIndex(
                name: "IX_history_candidate_id_id",
                table: "history",
                newName: "ix_history_candidate_id_id");

            migrationBuilder.RenameIndex(
                name: "IX_history_by_id",
                table: "history",
                newName: "ix_history_by_id");

            migrationBuilder.RenameIndex(
                name: "IX_comments_candidate_id_id",
                table: "comments",
                newName: "ix_comments_candidate_id_id");

            migrationBuilder.RenameIndex(
                name: "IX_candidates_type_arrived_at_id",
                table: "candidates",
                newName: "ix_candidates_type_arrived_at_id");

            migrationBuilder.RenameIndex(
                name: "IX_candidates_state_score",
                table: "candidates",
                newName: "ix_candidates_state_score");

            migrationBuilder.RenameIndex(
                name: "IX_candidates_state_arrived_at_id",
                table: "candidates",
                newName: "ix_candidates_state_arrived_at_id");

            migrationBuilder.RenameIndex(
                name: "IX_candidates_stands_for",
                table: "candidates",
                newName: "ix_candidates_stands_for");

            migrationBuilder.RenameIndex(
                name: "IX_candidates_search_text",
                table: "candidates",
                newName: "ix_candidates_search_text");

            migrationBuilder.RenameIndex(
                name: "IX_candidates_pack_id_number",
                table: "candidates",
                newName: "ix_candidates_pack_id_number");

            migrationBuilder.RenameIndex(
                name: "IX_candidates_event_id",
                table: "candidates",
                newName: "ix_candidates_event_id");

            migrationBuilder.RenameIndex(
                name: "IX_candidates_concept_arrived_at_id",
                table: "candidates",
                newName: "ix_candidates_concept_arrived_at_id");

            migrationBuilder.RenameIndex(
                name: "IX_candidates_arrived_at_id",
                table: "candidates",
                newName: "ix_candidates_arrived_at_id");

            migrationBuilder.RenameIndex(
                name: "IX_audit_date",
                table: "audit",
                newName: "ix_audit_date");

            migrationBuilder.RenameIndex(
                name: "IX_api_keys_hash",
                table: "api_keys",
                newName: "ix_api_keys_hash");

            migrationBuilder.RenameIndex(
                name: "IX_answers_began_at",
                table: "answers",
                newName: "ix_answers_began_at");

            migrationBuilder.AddPrimaryKey(
                name: "pk_sessions",
                table: "sessions",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_people",
                table: "people",
                columns: new[] { "issuer", "subject" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_packs",
                table: "packs",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_outbox",
                table: "outbox",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_notes",
                table: "notes",
                column: "date");

            migrationBuilder.AddPrimaryKey(
                name: "pk_inbox",
                table: "inbox",
                columns: new[] { "consumer", "natural_key" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_history",
                table: "history",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_comments",
                table: "comments",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_candidates",
                table: "candidates",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_audit",
                table: "audit",
                columns: new[] { "item_id", "reason" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_api_keys",
                table: "api_keys",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_answers",
                table: "answers",
                columns: new[] { "person", "key" });

            migrationBuilder.AddForeignKey(
                name: "fk_candidates_packs_pack_id",
                table: "candidates",
                column: "pack_id",
                principalTable: "packs",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_candidates_packs_pack_id",
                table: "candidates");

            migrationBuilder.DropPrimaryKey(
                name: "pk_sessions",
                table: "sessions");

            migrationBuilder.DropPrimaryKey(
                name: "pk_people",
                table: "people");

            migrationBuilder.DropPrimaryKey(
                name: "pk_packs",
                table: "packs");

            migrationBuilder.DropPrimaryKey(
                name: "pk_outbox",
                table: "outbox");

            migrationBuilder.DropPrimaryKey(
                name: "pk_notes",
                table: "notes");

            migrationBuilder.DropPrimaryKey(
                name: "pk_inbox",
                table: "inbox");

            migrationBuilder.DropPrimaryKey(
                name: "pk_history",
                table: "history");

            migrationBuilder.DropPrimaryKey(
                name: "pk_comments",
                table: "comments");

            migrationBuilder.DropPrimaryKey(
                name: "pk_candidates",
                table: "candidates");

            migrationBuilder.DropPrimaryKey(
                name: "pk_audit",
                table: "audit");

            migrationBuilder.DropPrimaryKey(
                name: "pk_api_keys",
                table: "api_keys");

            migrationBuilder.DropPrimaryKey(
                name: "pk_answers",
                table: "answers");

            migrationBuilder.RenameIndex(
                name: "ix_sessions_person",
                table: "sessions",
                newName: "IX_sessions_person");

            migrationBuilder.RenameIndex(
                name: "ix_sessions_key_hash",
                table: "sessions",
                newName: "IX_sessions_key_hash");

            migrationBuilder.RenameIndex(
                name: "ix_sessions_expires_at",
                table: "sessions",
                newName: "IX_sessions_expires_at");

            migrationBuilder.RenameIndex(
                name: "ix_people_name_key",
                table: "people",
                newName: "IX_people_name_key");

            migrationBuilder.RenameIndex(
                name: "ix_packs_date",
                table: "packs",
                newName: "IX_packs_date");

            migrationBuilder.RenameIndex(
                name: "ix_history_pack_id_id",
                table: "history",
                newName: "IX_history_pack_id_id");

            migrationBuilder.RenameIndex(
                name: "ix_history_candidate_id_id",
                table: "history",
                newName: "IX_history_candidate_id_id");

            migrationBuilder.RenameIndex(
                name: "ix_history_by_id",
                table: "history",
                newName: "IX_history_by_id");

            migrationBuilder.RenameIndex(
                name: "ix_comments_candidate_id_id",
                table: "comments",
                newName: "IX_comments_candidate_id_id");

            migrationBuilder.RenameIndex(
                name: "ix_candidates_type_arrived_at_id",
                table: "candidates",
                newName: "IX_candidates_type_arrived_at_id");

            migrationBuilder.RenameIndex(
                name: "ix_candidates_state_score",
                table: "candidates",
                newName: "IX_candidates_state_score");

            migrationBuilder.RenameIndex(
                name: "ix_candidates_state_arrived_at_id",
                table: "candidates",
                newName: "IX_candidates_state_arrived_at_id");

            migrationBuilder.RenameIndex(
                name: "ix_candidates_stands_for",
                table: "candidates",
                newName: "IX_candidates_stands_for");

            migrationBuilder.RenameIndex(
                name: "ix_candidates_search_text",
                table: "candidates",
                newName: "IX_candidates_search_text");

            migrationBuilder.RenameIndex(
                name: "ix_candidates_pack_id_number",
                table: "candidates",
                newName: "IX_candidates_pack_id_number");

            migrationBuilder.RenameIndex(
                name: "ix_candidates_event_id",
                table: "candidates",
                newName: "IX_candidates_event_id");

            migrationBuilder.RenameIndex(
                name: "ix_candidates_concept_arrived_at_id",
                table: "candidates",
                newName: "IX_candidates_concept_arrived_at_id");

            migrationBuilder.RenameIndex(
                name: "ix_candidates_arrived_at_id",
                table: "candidates",
                newName: "IX_candidates_arrived_at_id");

            migrationBuilder.RenameIndex(
                name: "ix_audit_date",
                table: "audit",
                newName: "IX_audit_date");

            migrationBuilder.RenameIndex(
                name: "ix_api_keys_hash",
                table: "api_keys",
                newName: "IX_api_keys_hash");

            migrationBuilder.RenameIndex(
                name: "ix_answers_began_at",
                table: "answers",
                newName: "IX_answers_began_at");

            migrationBuilder.AddPrimaryKey(
                name: "PK_sessions",
                table: "sessions",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_people",
                table: "people",
                columns: new[] { "issuer", "subject" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_packs",
                table: "packs",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_outbox",
                table: "outbox",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_notes",
                table: "notes",
                column: "date");

            migrationBuilder.AddPrimaryKey(
                name: "PK_inbox",
                table: "inbox",
                columns: new[] { "consumer", "natural_key" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_history",
                table: "history",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_comments",
                table: "comments",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_candidates",
                table: "candidates",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_audit",
                table: "audit",
                columns: new[] { "item_id", "reason" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_api_keys",
                table: "api_keys",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_answers",
                table: "answers",
                columns: new[] { "person", "key" });

            migrationBuilder.AddForeignKey(
                name: "FK_candidates_packs_pack_id",
                table: "candidates",
                column: "pack_id",
                principalTable: "packs",
                principalColumn: "id");
        }
    }
}
