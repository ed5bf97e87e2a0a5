using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using MailKit.Security;
using MimeKit;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Forms;
using NewsEducator.ServiceDefaults.Settings;

namespace NewsEducator.Publisher.Mail;

/// <summary>Section <c>Publisher:Mail</c>. Nothing is mailed, and nobody can subscribe, while <see cref="Host"/> is empty. The limits are
/// those of the subscribe form.</summary>
internal sealed class MailOptions : FormLimits, IValidatableObject
{
    public const string Section = "Publisher:Mail";

    /// <summary>The SMTP server; it signs (DKIM) and limits what it sends.</summary>
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary><c>StartTls</c>, <c>SslOnConnect</c>, or <c>None</c> for a server on this machine.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;

    /// <summary>A file in PEM form: certificates that are trusted of this server besides those that the machine trusts. An authority of
    /// your own, or the server's own certificate; the host name has to be in it all the same.</summary>
    public string? TrustedCertificates { get; set; }

    public string? User { get; set; }

    [Secret]
    public string? Password { get; set; }

    /// <summary>For example <c>技术资讯日报 &lt;digest@news.example&gt;</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>Where servers return what they cannot deliver; <c>{id}</c> stands for the subscriber's id. By default the sender.</summary>
    public string? BounceAddress { get; set; }

    /// <summary>A digest whose mail is due for longer than this, or whose sending stopped for longer, waits for a person: the database may
    /// be an old copy.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "7.00:00:00")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromHours(3);

    /// <summary>An address that has not confirmed by then is deleted.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan ConfirmWithin { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Addresses that get mail when a pack is ready or overdue.</summary>
    public IList<string> Reviewers { get; init; } = [];

    /// <summary>Addresses that get mail when a webhook is disabled or a digest's mail waits for a person.</summary>
    public IList<string> Operators { get; init; } = [];

    /// <summary>Language of mail to reviewers and operators: <c>zh</c> or <c>en</c>.</summary>
    [AllowedValues(TextCatalogue.Chinese, TextCatalogue.English)]
    public string Language { get; set; } = TextCatalogue.Chinese;

    public bool IsOn => !string.IsNullOrEmpty(Host);

    public MailboxAddress Sender() => MailboxAddress.Parse(From);

    /// <summary>The envelope's sender: bounces go there.</summary>
    public MailboxAddress ReturnPathOf(Guid subscriber) =>
        string.IsNullOrEmpty(BounceAddress)
            ? Sender()
            : MailboxAddress.Parse(BounceAddress.Replace("{id}", $"{subscriber:N}", StringComparison.Ordinal));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && !MailboxAddress.TryParse(From, out _))
        {
            yield return new ValidationResult(
                "Publisher:Mail:From has to be an address such as News <digest@news.example>.",
                [nameof(From)]
            );
        }

        if (Fault(TrustedCertificates) is { } fault)
        {
            yield return new ValidationResult(
                $"Publisher:Mail:TrustedCertificates: '{TrustedCertificates}' cannot be used: {fault}",
                [nameof(TrustedCertificates)]
            );
        }

        if (
            BounceAddress is { Length: > 0 }
            && !MailboxAddress.TryParse(BounceAddress.Replace("{id}", "x", StringComparison.Ordinal), out _)
        )
        {
            yield return new ValidationResult("Publisher:Mail:BounceAddress is not an address.", [nameof(BounceAddress)]);
        }

        foreach (var address in Reviewers.Concat(Operators).Where(address => !MailboxAddress.TryParse(address, out _)))
        {
            yield return new ValidationResult($"'{address}' in Publisher:Mail is not an address.", [nameof(Reviewers), nameof(Operators)]);
        }
    }

    private static string? Fault(string? certificates)
    {
        try
        {
            Mail.TrustedCertificates.Read(certificates);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return error.Message;
        }
    }
}
