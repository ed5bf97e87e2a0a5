using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsEducator.Compliance.Data;

/// <summary>Versions of the policy can only be added.</summary>
/// <remarks>Written by hand and kept apart from what is generated; its id sorts behind every migration that makes the tables.</remarks>
[DbContext(typeof(ComplianceDb))]
[Migration("90000101000000_InsertOnlyPolicies")]
internal sealed class InsertOnlyPolicies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'Rows of % are never changed or deleted.', TG_TABLE_NAME; END $$;

            CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON policy_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
            """
        );

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP FUNCTION refuse_change CASCADE;");
}
