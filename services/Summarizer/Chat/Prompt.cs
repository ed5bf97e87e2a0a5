using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Concepts;

namespace NewsEducator.Summarizer.Chat;

/// <summary>What a model is given: the rules, and the source as data between lines that nobody could have foreseen.</summary>
internal static class Prompt
{
    public const string Name = "summarize.v1";
    public const string ExtractName = "extract.v1";
    private static readonly string Rules = Load(Name);
    private static readonly string ExtractRules = Load(ExtractName);

    /// <summary>Changes with every word of the prompts, also where somebody forgot to count their version on.</summary>
    public static readonly string Fingerprint =
        $"{Name} {ExtractName} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Rules + ExtractRules)))}";

    public static List<ChatMessage> For(string source, ConceptMap concepts) =>
        Fence(
            source,
            Rules
                .Replace("{types}", string.Join("、", ItemTypes.Labels), StringComparison.Ordinal)
                .Replace("{concepts}", string.Join(", ", concepts.Concepts.Select(concept => concept.Key)), StringComparison.Ordinal)
        );

    public static List<ChatMessage> ForExtract(string source) => Fence(source, ExtractRules);

    public static ChatMessage Complaint(IReadOnlyList<string> faults) =>
        new(ChatRole.User, $"上面的 JSON 有这些问题，请改正后重新输出完整的 JSON：\n- {string.Join("\n- ", faults)}");

    private static List<ChatMessage> Fence(string source, string rules)
    {
        var boundary = $"====== {RandomNumberGenerator.GetHexString(24, lowercase: true)} ======";
        return
        [
            new ChatMessage(ChatRole.System, rules.Replace("{boundary}", boundary, StringComparison.Ordinal)),
            new ChatMessage(ChatRole.User, $"{boundary}\n{source}\n{boundary}"),
        ];
    }

    private static string Load(string name)
    {
        using var stream = typeof(Prompt).Assembly.GetManifestResourceStream($"{name}.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
