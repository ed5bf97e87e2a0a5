using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Cards;

/// <summary>One question of a card.</summary>
/// <param name="Slot">Names the question within its card, whatever is written on it.</param>
/// <param name="Question">Plain text.</param>
/// <param name="Answer">Plain text.</param>
internal sealed record CardQuestion(string Slot, string Question, string Answer)
{
    /// <summary>The note's identity in spaced-repetition programs: of the item and the slot, never of what is written on it.</summary>
    public Guid NoteGuid(Guid itemId) => ItemIds.From($"note\n{itemId:N}\n{Slot}");
}

/// <summary>What a card asks: why it happened, what helped, what speaks for either side, and terms where they are used. The answers are
/// sentences that were approved; nothing is made up.</summary>
internal static partial class CardQuestions
{
    /// <summary>The slot of the question that every card has.</summary>
    public const string Main = "0";

    private const int MostTerms = 3;
    private const string Blank = "____";

    public static List<CardQuestion> Of(ApprovedContent content)
    {
        var sentences = content.Claims.Select(claim => PlainText.Line(claim.Sentence)).Where(text => text.Length > 0).ToList();
        var causes = sentences.FindAll(Cause().IsMatch);
        var remedies = sentences.FindAll(text => Remedy().IsMatch(text) && !causes.Contains(text));
        var questions = new List<CardQuestion> { MainOf(content, sentences, causes) };
        if (remedies.Count > 0 && ItemTypes.FamilyOf(content.Type) == ItemTypes.Incident)
        {
            questions.Add(new("remedy", $"{content.Title}：怎样处理或避免？", string.Join(' ', remedies)));
        }

        if (content is { Analogy.Length: > 0, OneLiner.Length: > 0 })
        {
            questions.Add(new("analogy", $"“{content.Analogy}”：这个比方说的是什么？", content.OneLiner));
        }

        questions.AddRange(content.Terms.Take(MostTerms).Select(term => TermOf(term, sentences)));
        return questions.ConvertAll(each => each with { Question = PlainText.Line(each.Question), Answer = PlainText.Line(each.Answer) });
    }

    private static CardQuestion MainOf(ApprovedContent content, List<string> sentences, List<string> causes)
    {
        var (title, all) = (content.Title, sentences.Count > 0 ? string.Join(' ', sentences) : content.Summary);
        // What was seen is given, why it happened is asked.
        var seen = sentences.Find(text => !causes.Contains(text) && !Remedy().IsMatch(text));
        return content.Type switch
        {
            ItemTypes.Advisory => new(Main, $"{title}：谁会受影响，该怎么做？", all),
            ItemTypes.Debate or ItemTypes.MethodDebate => new(Main, $"{title}：各方的理由是什么？你会怎么选？", all),
            ItemTypes.Comparison => new(Main, $"{title}：比较的结论是什么，在什么条件下成立？", all),
            ItemTypes.Tutorial => new(Main, $"{title}：关键的做法是什么，为什么这样做？", all),
            _ when causes.Count > 0 && seen is not null => new(Main, $"{title}：{seen} 为什么会这样？", string.Join(' ', causes)),
            _ => new(Main, $"{title}：发生了什么，从中能学到什么？", all),
        };
    }

    /// <summary>The term where it is used, or its meaning: never "what is it".</summary>
    private static CardQuestion TermOf(Term term, List<string> sentences)
    {
        var slot = $"term\n{term.Name}";
        var used = sentences.Find(text => text.Contains(term.Name, StringComparison.OrdinalIgnoreCase));
        return used is null
            ? new(slot, $"“{term.Explanation}”说的是哪个术语？", term.Name)
            : new(slot, $"{used.Replace(term.Name, Blank, StringComparison.OrdinalIgnoreCase)}（填空：{term.Explanation}）", term.Name);
    }

    [GeneratedRegex("因为|由于|原因|根因|导致|造成|引起|源于|because|caused|due to|root cause", RegexOptions.IgnoreCase)]
    private static partial Regex Cause();

    [GeneratedRegex(
        "修复|修正|回滚|改为|改成|改用|升级|绕过|解决|缓解|恢复|补丁|避免|fix|roll(ed)? back|mitigat|patch|workaround|resolved|upgrade",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Remedy();
}
