using System.Security.Cryptography;
using Microsoft.Extensions.AI;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Opinions;

/// <summary>What the model is given: the rules, and source and sentences as data between lines that nobody could have foreseen.</summary>
internal static class OpinionPrompt
{
    public const string Name = "opinion.v2";
    private static readonly string Rules = Load();

    public static List<ChatMessage> For(ScreeningInput input)
    {
        var boundary = $"====== {RandomNumberGenerator.GetHexString(24, lowercase: true)} ======";
        var sentences = input.Sentences.Select((sentence, index) => $"{index + 1}. {PlainText.Line(sentence.Check.Text)}");
        return
        [
            new ChatMessage(ChatRole.System, Rules.Replace("{boundary}", boundary, StringComparison.Ordinal)),
            new ChatMessage(ChatRole.User, $"{boundary}\n{input.Snapshot.Text}\n{boundary}\n{string.Join('\n', sentences)}\n{boundary}"),
        ];
    }

    private static string Load()
    {
        using var reader = new StreamReader(typeof(OpinionPrompt).Assembly.GetManifestResourceStream($"{Name}.md")!);
        return reader.ReadToEnd();
    }
}
