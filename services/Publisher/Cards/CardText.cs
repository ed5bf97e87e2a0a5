using System.Globalization;
using System.Text;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Cards;

/// <summary>A card as a Markdown note; its questions are in the form <c>question::answer</c> that spaced-repetition plug-ins read.</summary>
internal static class CardText
{
    public static string Render(Card card, DigestItem item)
    {
        var content = item.Content;
        var note = new StringBuilder();
        note.Append(CultureInfo.InvariantCulture, $"""
            ---
            type: knowledge-card
            status: draft
            concept: {card.Concept.Key}
            digest: {card.DigestDate:yyyy-MM-dd}
            source: {MarkdownText.Address(content.CanonicalUrl)}
            ---

            # {MarkdownText.Escape(content.Title)}

            **概念**：{MarkdownText.Escape(card.Concept.Name)}
            **类型**：{MarkdownText.Escape(content.Type)}
            **来源**：{MarkdownText.Address(content.CanonicalUrl)}

            ## 要点

            """);
        foreach (var claim in content.Claims)
        {
            note.Append(CultureInfo.InvariantCulture, $"\n- {MarkdownText.Escape(PlainText.Line(claim.Sentence))}{ClaimText.StateOf(claim)}");
            if (claim is { Quote: not null, State: not SentenceState.Verbatim })
            {
                note.Append(CultureInfo.InvariantCulture, $"\n  - 原文：“{MarkdownText.Escape(PlainText.Line(claim.Quote, 300))}”");
            }
        }

        AppendLearning(note, content);
        return note.ToString();
    }

    private static void AppendLearning(StringBuilder note, ApprovedContent content)
    {
        note.Append("\n\n## 自测\n\n#flashcards\n\n");
        AppendQuestion(note, $"一句话说明：{content.Title}", content.OneLiner ?? content.Summary);
        AppendQuestion(note, $"打个比方：{content.Title}", content.Analogy);
        foreach (var term in content.Terms)
        {
            AppendQuestion(note, $"{term.Name} 是什么？", term.Explanation);
        }
    }

    private static void AppendQuestion(StringBuilder note, string question, string? answer)
    {
        if (!string.IsNullOrEmpty(answer))
        {
            note.Append(CultureInfo.InvariantCulture, $"{MarkdownText.Escape(PlainText.Line(question))}::{MarkdownText.Escape(PlainText.Line(answer))}\n");
        }
    }
}
