using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using NewsEducator.EventContracts;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Contracts;

/// <summary>What is written down of the public events is what their records are, and breaks nobody who relies on it.</summary>
public sealed class ContractFileTests
{
    private static readonly string Folder = Repository.In("contracts");

    [Fact]
    public void The_files_are_those_that_the_command_writes()
    {
        foreach (var (path, text) in ContractFiles.Render())
        {
            (File.ReadAllText(Path.Combine(Folder, path)) == text).ShouldBeTrue(
                $"contracts/{path} is outdated: dotnet run --project tools/EventContracts"
            );
        }
    }

    [Fact]
    public void Each_event_was_published_and_nothing_breaks_those_who_rely_on_it()
    {
        foreach (var announced in PublicEvent.All)
        {
            File.Exists(Path.Combine(Folder, $"schemas/published/{announced.Type}.json"))
                .ShouldBeTrue($"{announced.Type}: dotnet run --project tools/EventContracts -- publish");
            ContractFiles.Breaking(Folder, announced).ShouldBeEmpty();
        }
    }

    [Fact]
    public void An_optional_property_breaks_nobody() =>
        Breaking(schema => Properties(schema)["subtitle"] = JsonNode.Parse("""{"type":["string","null"]}""")).ShouldBeEmpty();

    [Fact]
    public void What_may_no_longer_be_missing_breaks_nobody() =>
        Breaking(schema => Entry(schema)["required"]!.AsArray().Add("sentences")).ShouldBeEmpty();

    [Fact]
    public void Another_kind_of_source_breaks_nobody()
    {
        var kind = Kind(EventSchema.Of(PublicEvent.Of(typeof(DigestPublished))!));

        kind["enum"].ShouldBeNull();
        kind["examples"]!.AsArray().Select(value => (string?)value).ShouldBe(Enum.GetNames<SourceKind>());
        Breaking(schema => Kind(schema)["examples"]!.AsArray().Add("ForumQuestion")).ShouldBeEmpty();
    }

    public static TheoryData<string, string> Breaks =>
        new()
        {
            { "renamed", "$.items[].title is gone" },
            { "may be missing", "$.items[].summary may now be missing" },
            { "may be null", "$.revision may now be null" },
            { "another type", "$.revision may now be string" },
            { "another format", "$.publishedAt is no longer a date-time" },
            { "another value", "$.items[].sentences[].state may now be \"Guessed\"" },
            { "any value", "$.items[].sentences[].state may now be anything" },
        };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Each_kind_of_break_is_seen(string change, string seen) =>
        Breaking(schema =>
            {
                var (entry, state) = (Entry(schema), State(schema));
                switch (change)
                {
                    case "renamed":
                        Properties(entry).Remove("title");
                        break;
                    case "may be missing":
                        entry["required"] = new JsonArray([
                            .. entry["required"]!.AsArray().Where(name => (string?)name != "summary").Select(name => name!.DeepClone()),
                        ]);
                        break;
                    case "may be null":
                        Properties(schema)["revision"]!["type"] = JsonNode.Parse("""["integer","null"]""");
                        break;
                    case "another type":
                        Properties(schema)["revision"]!["type"] = "string";
                        break;
                    case "another format":
                        Properties(schema)["publishedAt"]!.AsObject().Remove("format");
                        break;
                    case "another value":
                        state["enum"]!.AsArray().Add("Guessed");
                        break;
                    case "any value":
                        state.Remove("enum");
                        break;
                }
            })
            .ShouldBe([seen]);

    private static List<string> Breaking(Action<JsonObject> change)
    {
        var published = EventSchema.Of(PublicEvent.Of(typeof(DigestPublished))!);
        var current = published.DeepClone().AsObject();
        change(current);
        return SchemaChanges.Breaking(published, current);
    }

    private static JsonObject Properties(JsonObject schema) => schema["properties"]!.AsObject();

    private static JsonObject Entry(JsonObject schema) => Properties(schema)["items"]!["items"]!.AsObject();

    private static JsonObject State(JsonObject schema) =>
        Entry(schema)["properties"]!["sentences"]!["items"]!["properties"]!["state"]!.AsObject();

    private static JsonObject Kind(JsonObject schema) =>
        Entry(schema)["properties"]!["furtherSources"]!["items"]!["properties"]!["kind"]!.AsObject();
}
