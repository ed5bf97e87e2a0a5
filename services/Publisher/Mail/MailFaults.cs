using System.Globalization;
using System.Text.RegularExpressions;
using MailKit.Net.Smtp;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Mail;

/// <summary>What a mail server's refusal means. Its enhanced code (RFC 3463) tells a dead address, 5.1.1, from a policy, 5.7.1, which is
/// most often a wrong setting of ours: it may not cost us every subscriber.</summary>
internal static partial class MailFaults
{
    private const int None = 0;
    private const int Address = 1;
    private const int Policy = 7;
    private const int LongestReason = 300;

    /// <summary>What a server said, as it is kept with an address and a mail.</summary>
    public static string ReasonOf(string? said) => PlainText.Line(said, LongestReason);

    /// <summary>The address does not exist.</summary>
    public static bool IsGone(Exception error) =>
        IsRefused(error)
        && error is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted }
        && SubjectOf(error) is None or Address;

    /// <summary>For good: a server that refuses for now answers 4xx.</summary>
    public static bool IsRefused(Exception error) =>
        error
            is SmtpCommandException
            {
                ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted,
                StatusCode: >= (SmtpStatusCode)500
            }
        && SubjectOf(error) != Policy;

    private static int SubjectOf(Exception error) =>
        EnhancedCode().Match(error.Message) is { Success: true } code
            ? int.Parse(code.Groups["subject"].ValueSpan, CultureInfo.InvariantCulture)
            : None;

    // "5.1.1 no such mailbox"
    [GeneratedRegex(@"\b5\.(?<subject>\d{1,3})\.\d{1,3}\b")]
    private static partial Regex EnhancedCode();
}
