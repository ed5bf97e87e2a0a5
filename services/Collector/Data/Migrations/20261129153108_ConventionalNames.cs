using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Collector.Data.Migrations
{
    /// <inheritdoc />
    public partial class ConventionalNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_poll_states_sources_source_id",
                table: "poll_states");

            migrationBuilder.DropPrimaryKey(
                name: "PK_sources",
                table: "sources");

            migrationBuilder.DropPrimaryKey(
                name: "PK_snapshots",
                table: "snapshots");

            migrationBuilder.DropPrimaryKey(
                name: "PK_poll_states",
                table: "poll_states");

            migrationBuilder.DropPrimaryKey(
                name: "PK_policy_copies",
                table: "policy_copies");

            migrationBuilder.DropPrimaryKey(
                name: "PK_outbox",
                table: "outbox");

            migrationBuilder.DropPrimaryKey(
                name: "PK_items",
                table: "items");

            migrationBuilder.DropPrimaryKey(
                name: "PK_inbox",
                table: "inbox");

            migrationBuilder.DropPrimaryKey(
                name: "PK_hosts",
                table: "hosts");

            migrationBuilder.DropPrimaryKey(
                name: "PK_host_slots",
                table: "host_slots");

            migrationBuilder.DropPrimaryKey(
                name: "PK_fetch_retries",
                table: "fetch_retries");

            migrationBuilder.RenameIndex(
                name: "IX_snapshots_item_id_fetched_at",
                table: "snapshots",
                newName: "ix_snapshots_item_id_fetched_at");

            migrationBuilder.RenameIndex(
                name: "IX_poll_states_next_poll_at",
                table: "poll_states",
                newName: "ix_poll_states_next_poll_at");

            migrationBuilder.RenameIndex(
                name: "IX_items_state_sequence",
                table: "items",
                newName: "ix_items_state_sequence");

            migrationBuilder.RenameIndex(
                name: "IX_items_sequence",
                table: "items",
                newName: "ix_items_sequence");

            migrationBuilder.RenameIndex(
                name: "IX_items_event_keys",
                table: "items",
                newName: "ix_items_event_keys");

            migrationBuilder.RenameIndex(
                name: "IX_items_bands",
                table: "items",
                newName: "ix_items_bands");

            migrationBuilder.RenameIndex(
                name: "IX_fetch_retries_source_id",
                table: "fetch_retries",
                newName: "ix_fetch_retries_source_id");

            migrationBuilder.RenameIndex(
                name: "IX_fetch_retries_next_try_at",
                table: "fetch_retries",
                newName: "ix_fetch_retries_next_try_at");

            migrationBuilder.RenameIndex(
                name: "IX_fetch_retries_item_id",
                table: "fetch_retries",
                newName: "ix_fetch_retries_item_id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_sources",
                table: "sources",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_snapshots",
                table: "snapshots",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_poll_states",
                table: "poll_states",
                column: "source_id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_policy_copies",
                table: "policy_copies",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_outbox",
                table: "outbox",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_items",
                table: "items",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_inbox",
                table: "inbox",
                columns: new[] { "consumer", "natural_key" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_hosts",
                table: "hosts",
                column: "name");

            migrationBuilder.AddPrimaryKey(
                name: "pk_host_slots",
                table: "host_slots",
                columns: new[] { "host", "number" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_fetch_retries",
                table: "fetch_retries",
                column: "id");

            migrationBuilder.AddForeignKey(
                name: "fk_poll_states_sources_source_id",
                table: "poll_states",
                column: "source_id",
                principalTable: "sources",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_poll_states_sources_source_id",
                table: "poll_states");

            migrationBuilder.DropPrimaryKey(
                name: "pk_sources",
                table: "sources");

            migrationBuilder.DropPrimaryKey(
                name: "pk_snapshots",
                table: "snapshots");

            migrationBuilder.DropPrimaryKey(
                name: "pk_poll_states",
                table: "poll_states");

            migrationBuilder.DropPrimaryKey(
                name: "pk_policy_copies",
                table: "policy_copies");

            migrationBuilder.DropPrimaryKey(
                name: "pk_outbox",
                table: "outbox");

            migrationBuilder.DropPrimaryKey(
                name: "pk_items",
                table: "items");

            migrationBuilder.DropPrimaryKey(
                name: "pk_inbox",
                table: "inbox");

            migrationBuilder.DropPrimaryKey(
                name: "pk_hosts",
                table: "hosts");

            migrationBuilder.DropPrimaryKey(
                name: "pk_host_slots",
                table: "host_slots");

            migrationBuilder.DropPrimaryKey(
                name: "pk_fetch_retries",
                table: "fetch_retries");

            migrationBuilder.RenameIndex(
                name: "ix_snapshots_item_id_fetched_at",
                table: "snapshots",
                newName: "IX_snapshots_item_id_fetched_at");

            migrationBuilder.RenameIndex(
                name: "ix_poll_states_next_poll_at",
                table: "poll_states",
                newName: "IX_poll_states_next_poll_at");

            migrationBuilder.RenameIndex(
                name: "ix_items_state_sequence",
                table: "items",
                newName: "IX_items_state_sequence");

            migrationBuilder.RenameIndex(
                name: "ix_items_sequence",
                table: "items",
                newName: "IX_items_sequence");

            migrationBuilder.RenameIndex(
                name: "ix_items_event_keys",
                table: "items",
                newName: "IX_items_event_keys");

            migrationBuilder.RenameIndex(
                name: "ix_items_bands",
                table: "items",
                newName: "IX_items_bands");

            migrationBuilder.RenameIndex(
                name: "ix_fetch_retries_source_id",
                table: "fetch_retries",
                newName: "IX_fetch_retries_source_id");

            migrationBuilder.RenameIndex(
                name: "ix_fetch_retries_next_try_at",
                table: "fetch_retries",
                newName: "IX_fetch_retries_next_try_at");

            migrationBuilder.RenameIndex(
                name: "ix_fetch_retries_item_id",
                table: "fetch_retries",
                newName: "IX_fetch_retries_item_id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_sources",
                table: "sources",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_snapshots",
                table: "snapshots",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_poll_states",
                table: "poll_states",
                column: "source_id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_policy_copies",
                table: "policy_copies",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_outbox",
                table: "outbox",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_items",
                table: "items",
                column: "id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_inbox",
                table: "inbox",
                columns: new[] { "consumer", "natural_key" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_hosts",
                table: "hosts",
                column: "name");

            migrationBuilder.AddPrimaryKey(
                name: "PK_host_slots",
                table: "host_slots",
                columns: new[] { "host", "number" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_fetch_retries",
                table: "fetch_retries",
                column: "id");

            migrationBuilder.AddForeignKey(
                name: "FK_poll_states_sources_source_id",
                table: "poll_states",
                column: "source_id",
                principalTable: "sources",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
