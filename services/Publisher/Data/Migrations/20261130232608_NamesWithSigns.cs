using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsEducator.Publisher.Data.Migrations
{
    /// <inheritdoc />
    public partial class NamesWithSigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What has no source is indexed again, see IndexFormerItems.
            migrationBuilder.Sql("UPDATE digest_items SET source = '' WHERE withdrawn_at IS NULL AND search_text ~ '[+#]'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("UPDATE digest_items SET source = '' WHERE withdrawn_at IS NULL AND search_text ~ '[+#]'");
        }
    }
}
