using System.Globalization;
using System.Text;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Pages;

namespace NewsEducator.Publisher.Digests;

/// <summary>The digest as plain text: the same bytes for the same digest.</summary>
internal static class DigestPlainText
{
    public static string Render(Digest digest, Frame frame)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{frame.Text("digest.title", Frame.Iso(digest.Date))}\n");
        text.Append(CultureInfo.InvariantCulture, $"{frame.Absolute($"/digests/{Frame.Iso(digest.Date)}")}\n");
        foreach (var item in digest.Withdrawn())
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n{frame.Text($"withdrawn.{item.WithdrawnAs}", item.Number)} {Line(item.Content.Title)}\n"
            );
            text.Append(CultureInfo.InvariantCulture, $"{frame.Text("withdrawn.reason", Line(item.WithdrawalReason))}\n");
        }

        foreach (var item in digest.InOrder())
        {
            Append(text, item, frame);
        }

        return text.Append(CultureInfo.InvariantCulture, $"\n{frame["footer"]}\n").ToString();
    }

    private static void Append(StringBuilder text, DigestItem item, Frame frame)
    {
        var content = item.Content;
        text.Append(CultureInfo.InvariantCulture, $"\n{item.Number}. {Line(content.Title)}\n");
        text.Append(CultureInfo.InvariantCulture, $"   {frame.TypeName(content.Type)} · {Line(content.Concept.Name)}\n");
        AppendLine(text, content.OneLiner);
        AppendLine(text, content.Summary);
        AppendLine(text, content.Analogy);
        foreach (var term in content.Terms)
        {
            AppendLine(text, $"{term.Name}: {term.Explanation}");
        }

        foreach (var claim in content.Claims.Where(claim => claim.State is not null))
        {
            AppendLine(text, $"[{frame[$"state.{claim.State}"]}] {claim.Sentence}");
        }

        if (item.CorrectionReason is { } reason)
        {
            AppendLine(text, frame.Text("corrected.note", reason));
        }

        AppendLine(text, content.CanonicalUrl);
        foreach (var source in content.FurtherSources)
        {
            AppendLine(text, source.Url);
        }

        if (frame.HasLabel)
        {
            AppendLine(text, frame.Text("label", item.ApprovedBy));
        }
    }

    private static void AppendLine(StringBuilder text, string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            text.Append(CultureInfo.InvariantCulture, $"   {Line(line)}\n");
        }
    }

    private static string Line(string? text) => PlainText.Line(XmlSafeText.Of(text ?? ""));
}
