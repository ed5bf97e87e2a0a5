using System.Text.Encodings.Web;
using System.Text.Json;
using NewsEducator.Upstream.Day;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace NewsEducator.Upstream.Chat;

/// <summary>The answers of samples/answers, found by the title of the item that a prompt shows.</summary>
internal sealed class ScriptedAnswers(IReadOnlyList<ScriptedAnswer> answers, SampleDay day)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    public static IReadOnlyList<ScriptedAnswer> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(ReadFile)];

    /// <returns>The answer as the model writes it; null where there is no script for what it is shown.</returns>
    public string? Find(string prompt)
    {
        var item = day.Items.Where(item => prompt.Contains(item.Title, StringComparison.Ordinal)).MaxBy(item => item.Title.Length);
        return answers.FirstOrDefault(answer => answer.Item == item?.Head.Id) is { } found ? JsonSerializer.Serialize(found, Json) : null;
    }

    private static ScriptedAnswer ReadFile(string path)
    {
        try
        {
            return Yaml.Deserialize<ScriptedAnswer>(File.ReadAllText(path));
        }
        catch (Exception error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }
}
