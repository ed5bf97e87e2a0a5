using MimeKit;

namespace NewsEducator.Publisher.Mail.Subscribers;

/// <summary>An address as a reader types it.</summary>
internal static class MailAddress
{
    private const int Longest = 254;

    /// <summary>In lower case, an international domain in its ASCII form.</summary>
    /// <returns>Null for what is not the address of a mailbox, or one that only some servers can deliver to.</returns>
    public static string? Normalize(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (
            text.Length > Longest
            || text.Any(each => char.IsControl(each) || char.IsWhiteSpace(each))
            || !MailboxAddress.TryParse(text, out var mailbox)
            || mailbox.Name is { Length: > 0 }
            || !mailbox.Domain.Contains('.', StringComparison.Ordinal)
        )
        {
            return null;
        }

        // The full stop of a sentence, also the Chinese one, is a root domain to its parser.
        var address = MailboxAddress.EncodeAddrspec(mailbox.Address).TrimEnd('.');
        return address.All(char.IsAscii) ? address.ToLowerInvariant() : null;
    }
}
