using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using NewsEducator.Tools;

namespace NewsEducator.EventContracts;

/// <summary>The files of <c>contracts/</c> that are made of the records.</summary>
internal static class ContractFiles
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <returns>Each by its path under <c>contracts/</c>.</returns>
    public static Dictionary<string, string> Render()
    {
        var files = PublicEvent.All.ToDictionary(Current, each => Text(EventSchema.Of(each)));
        files["asyncapi.json"] = Text(AsyncApiDocument.Build());
        return files;
    }

    /// <returns>What would break subscribers who rely on the schema as it was last published.</returns>
    public static IEnumerable<string> Breaking(string folder, PublicEvent announced)
    {
        var published = Path.Combine(folder, Published(announced));
        return !File.Exists(published)
            ? []
            : SchemaChanges
                .Breaking(JsonNode.Parse(File.ReadAllText(published))!.AsObject(), EventSchema.Of(announced))
                .Select(change => $"{announced.Type}: {change}");
    }

    /// <summary>From now on subscribers rely on what the schemas say.</summary>
    public static void Publish(string folder)
    {
        foreach (var announced in PublicEvent.All)
        {
            var file = Path.Combine(folder, Published(announced));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Copy(Path.Combine(folder, Current(announced)), file, overwrite: true);
        }
    }

    /// <returns><c>contracts/</c> of the checkout that this program was built in.</returns>
    public static string Folder() => Path.Combine(Checkout.Root(), "contracts");

    private static string Current(PublicEvent announced) => $"schemas/{announced.Type}.json";

    private static string Published(PublicEvent announced) => $"schemas/published/{announced.Type}.json";

    private static string Text(JsonNode node) => node.ToJsonString(Indented) + "\n";
}
