using System.Text.Json.Nodes;

namespace NewsEducator.Upstream.Tests;

internal static class JsonShape
{
    public static void ShouldHaveMembers(this JsonNode? node, params string[] names) =>
        node.ShouldBeOfType<JsonObject>().Select(member => member.Key).ShouldBe(names, ignoreOrder: true);

    public static string Text(this JsonNode? node) => node.ShouldNotBeNull().GetValue<string>();

    public static int Number(this JsonNode? node) => node.ShouldNotBeNull().GetValue<int>();
}
