using System.Globalization;
using System.Text;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Notes;
using NewsEducator.Publisher.Withdrawals;

namespace NewsEducator.Publisher.Cards;

/// <summary>A card as a Markdown note; its questions are in the form <c>question::answer</c> that spaced-repetition plug-ins
/// read.</summary>
internal static class CardText
{
    public static string Render(Card card, DigestItem item)
    {
        var content = XmlSafeText.Of(item.Content);
        var note = new StringBuilder(
            FrontMatter.Of(
                ("title", content.Title),
                ("type", "knowledge-card"),
                ("status", "draft"),
                ("concept", card.Concept.Key),
                ("tags", new[] { card.Concept.Name, content.Type }.Select(NoteTag.Of).OfType<string>()),
                ("digest", card.DigestDate),
                ("source", new FrontMatter.Address(content.CanonicalUrl)),
                ("guid", card.NoteGuid)
            )
        );
        note.Append(
            CultureInfo.InvariantCulture,
            $"""

            # {MarkdownText.Escape(content.Title)}

            **概念**：{MarkdownText.Escape(card.Concept.Name)}
            **类型**：{MarkdownText.Escape(content.Type)}
            **来源**：{string.Join(
                ' ',
                content.FurtherSources.Select(source => source.Url).Prepend(content.CanonicalUrl).Select(MarkdownText.Address)
            )}

            ## 要点

            """
        );
        foreach (var claim in content.Claims)
        {
            note.Append(
                CultureInfo.InvariantCulture,
                $"\n- {MarkdownText.Escape(PlainText.Line(claim.Sentence))}{ClaimText.StateOf(claim)}"
            );
            if (claim is { Quote: not null, State: not SentenceState.Verbatim })
            {
                note.Append(CultureInfo.InvariantCulture, $"\n  - 原文：“{MarkdownText.Escape(PlainText.Line(claim.Quote, 300))}”");
            }
        }

        AppendLearning(note, content);
        return note.ToString();
    }

    /// <summary>What replaces a card once its item is withdrawn.</summary>
    public static string RenderWithdrawn(Card card, DigestItem item)
    {
        var isTakedown = item.WithdrawnAs == WithdrawalKind.Takedown;
        var head = FrontMatter.Of(
            ("title", isTakedown ? null : card.Title),
            ("type", "knowledge-card"),
            ("status", "withdrawn"),
            ("digest", card.DigestDate),
            ("guid", card.NoteGuid)
        );
        return $"{head}\n{(isTakedown ? "已移除" : "已撤回")}。原因：{MarkdownText.Escape(PlainText.Line(item.WithdrawalReason))}\n";
    }

    private static void AppendLearning(StringBuilder note, ApprovedContent content)
    {
        note.Append("\n\n## 自测\n\n#flashcards\n\n");
        foreach (var question in CardQuestions.Of(content))
        {
            // The block id is the question's for ever; schedules that plug-ins append belong to it.
            note.Append(
                CultureInfo.InvariantCulture,
                $"{MarkdownText.Escape(question.Question)}::{MarkdownText.Escape(question.Answer)} ^{question.NoteGuid(content.ItemId).ToString("N")[..8]}\n"
            );
        }
    }
}
