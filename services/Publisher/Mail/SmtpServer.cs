using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace NewsEducator.Publisher.Mail;

/// <summary>A connection to the mail server, kept for the mails that follow.</summary>
internal sealed class SmtpServer(IOptions<MailOptions> options, TimeProvider time) : IAsyncDisposable
{
    // A mail that was begun is ended even while the service stops, or nobody would know whether it was taken.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly TrustedCertificates _trusted = TrustedCertificates.Read(options.Value.TrustedCertificates);
    private readonly SmtpClient _client = new();

    /// <summary>Returns once the server has taken the mail.</summary>
    /// <exception cref="MailServerAwayException">It cannot be reached, or does not let us in: nothing was sent.</exception>
    public async Task SendAsync(MimeMessage message, MailboxAddress returnPath)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        try
        {
            await ConnectAsync(limit.Token);
        }
        catch (Exception error)
        {
            throw new MailServerAwayException(error);
        }

        await _client.SendAsync(message, returnPath, message.To.Mailboxes, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_client.IsConnected)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1), time);
            await _client.DisconnectAsync(quit: true, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _client.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        var mail = options.Value;
        if (!_client.IsConnected)
        {
            _client.ServerCertificateValidationCallback = (_, shown, chain, errors) => _trusted.Accept(shown, chain, errors);
            await _client.ConnectAsync(mail.Host!, mail.Port, mail.Security, cancellationToken);
        }

        if (!string.IsNullOrEmpty(mail.User) && !_client.IsAuthenticated)
        {
            await _client.AuthenticateAsync(mail.User, mail.Password ?? "", cancellationToken);
        }
    }
}

/// <summary>The mail server is away: what is to be sent waits as it is, and no recipient is blamed.</summary>
internal sealed class MailServerAwayException(Exception reason) : Exception(reason.Message, reason);
