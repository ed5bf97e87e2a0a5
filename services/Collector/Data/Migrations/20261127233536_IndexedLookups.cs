using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Collector.Data.Migrations
{
    /// <inheritdoc />
    public partial class IndexedLookups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The planner knows nothing of how rare an array's values are, expects a twelfth of the table and reads all of it.
            migrationBuilder.Sql("""
                CREATE FUNCTION items_sharing_bands(wanted integer[], most integer) RETURNS SETOF items
                LANGUAGE sql STABLE ROWS 10 SET enable_seqscan = off
                AS $$ SELECT * FROM items WHERE bands && wanted LIMIT most $$
                """);
            migrationBuilder.Sql("""
                CREATE FUNCTION items_sharing_keys(wanted text[]) RETURNS SETOF items
                LANGUAGE sql STABLE ROWS 10 SET enable_seqscan = off
                AS $$ SELECT * FROM items WHERE event_keys && wanted $$
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION items_sharing_keys(text[]); DROP FUNCTION items_sharing_bands(integer[], integer)");
        }
    }
}
