using System.Security.Cryptography;
using Microsoft.Extensions.AI;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Concepts;

namespace NewsEducator.Summarizer.Chat;

/// <summary>What the model is told: the rules, and the source as data between lines that nobody could have foreseen.</summary>
internal static class Prompt
{
    public const string Name = "summarize.v1";
    private static readonly string Rules = Load();

    public static List<ChatMessage> For(string source, ConceptMap concepts)
    {
        var boundary = $"====== {RandomNumberGenerator.GetHexString(24, lowercase: true)} ======";
        var rules = Rules
            .Replace("{boundary}", boundary, StringComparison.Ordinal)
            .Replace("{types}", string.Join("、", ItemTypes.Labels), StringComparison.Ordinal)
            .Replace("{concepts}", string.Join(", ", concepts.Concepts.Select(concept => concept.Key)), StringComparison.Ordinal);
        return [new ChatMessage(ChatRole.System, rules), new ChatMessage(ChatRole.User, $"{boundary}\n{source}\n{boundary}")];
    }

    public static ChatMessage Complaint(IReadOnlyList<string> faults) =>
        new(ChatRole.User, $"上面的 JSON 有这些问题，请改正后重新输出完整的 JSON：\n- {string.Join("\n- ", faults)}");

    private static string Load()
    {
        using var stream = typeof(Prompt).Assembly.GetManifestResourceStream($"{Name}.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
