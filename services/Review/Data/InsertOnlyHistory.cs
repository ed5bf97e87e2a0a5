using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NewsEducator.Review.Candidates.History;

namespace NewsEducator.Review.Data;

/// <summary>History and comments can only be added to, and the database chains each history entry to the one before.</summary>
/// <remarks>Written by hand and kept apart from what is generated; its id sorts behind every migration that makes the tables.</remarks>
[DbContext(typeof(ReviewDb))]
[Migration("90000101000000_InsertOnlyHistory")]
internal sealed class InsertOnlyHistory : Migration
{
    private static readonly string[] Tables = ["history", "comments"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // The head's row lock makes the chain's order the order of commits; it is taken last, so it closes no circle of waiting.
        migrationBuilder.Sql(
            $$"""
            CREATE TABLE history_head (is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only), id bigint NOT NULL, hash text NOT NULL);
            INSERT INTO history_head (id, hash) VALUES (0, '{{HistoryChain.Start}}');

            CREATE FUNCTION chain_field(value text) RETURNS text LANGUAGE sql IMMUTABLE AS
            $$ SELECT coalesce(length(value) || ':' || value, '-') $$;

            CREATE FUNCTION chain_history() RETURNS trigger LANGUAGE plpgsql AS
            $$
            DECLARE previous text;
            BEGIN
                UPDATE history_head SET id = id + 1 RETURNING id, hash INTO NEW.id, previous;
                NEW.hash := encode(sha256(convert_to(
                    chain_field(previous) || chain_field(NEW.id::text) || chain_field(NEW.pack_id::text) || chain_field(NEW.candidate_id::text)
                    || chain_field((extract(epoch FROM NEW.at) * 1000000)::bigint::text) || chain_field(NEW."by") || chain_field(NEW.via)
                    || chain_field(NEW.action) || chain_field(NEW.before) || chain_field(NEW.after) || chain_field(NEW.reason)
                    || chain_field(NEW.content_hash) || chain_field(NEW.text_before) || chain_field(NEW.text_after)
                    || chain_field(NEW.reason_before) || chain_field(NEW.undoes::text), 'UTF8')), 'hex');
                UPDATE history_head SET hash = NEW.hash;
                RETURN NEW;
            END $$;

            CREATE TRIGGER chain BEFORE INSERT ON history FOR EACH ROW EXECUTE FUNCTION chain_history();

            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'Rows of % are never changed or deleted.', TG_TABLE_NAME; END $$;
            """
        );
        foreach (var table in Tables)
        {
            migrationBuilder.Sql(
                $"CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();"
            );
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            "DROP FUNCTION refuse_change CASCADE; DROP FUNCTION chain_history CASCADE; DROP FUNCTION chain_field; DROP TABLE history_head;"
        );
}
