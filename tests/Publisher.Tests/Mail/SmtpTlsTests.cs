using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using NewsEducator.Publisher.Mail;
using NewsEducator.Publisher.Tests.Slices;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Mail;

/// <summary>Against aiosmtpd, with certificates that no machine trusts by itself.</summary>
public sealed class SmtpTlsTests : IDisposable
{
    private const string Here = "127.0.0.1";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newseducator-tls-");
    private readonly MadeCertificate _authority = MadeCertificate.Authority();

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("starttls", SecureSocketOptions.StartTls)]
    [InlineData("implicit", SecureSocketOptions.SslOnConnect)]
    public async Task A_server_is_trusted_by_an_authority_of_ones_own_or_by_its_own_certificate(string kind, SecureSocketOptions security)
    {
        using var issued = MadeCertificate.Server(Here, _authority);
        using var itself = MadeCertificate.Server(Here);
        foreach (var (shown, trusted) in new[] { (issued, _authority.Pem), (itself, itself.Pem) })
        {
            using var server = await StartAsync(kind, shown);

            await SendAsync(server, security, trusted);

            var mail = await Eventually.GetAsync(() => Task.FromResult(server.Mails.SingleOrDefault()), mail => mail is not null);
            mail!.IsEncrypted.ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("starttls", SecureSocketOptions.StartTls)]
    [InlineData("implicit", SecureSocketOptions.SslOnConnect)]
    public async Task Nothing_is_sent_to_a_server_that_is_not_trusted_or_is_another(string kind, SecureSocketOptions security)
    {
        using var issued = MadeCertificate.Server(Here, _authority);
        using var another = MadeCertificate.Server("mail.example", _authority);
        using var stranger = MadeCertificate.Authority();
        foreach (var (shown, trusted) in new[] { (issued, null), (issued, stranger.Pem), (another, _authority.Pem) })
        {
            using var server = await StartAsync(kind, shown);

            await Should.ThrowAsync<MailServerAwayException>(() => SendAsync(server, security, trusted));

            server.Mails.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task The_service_mails_over_tls_with_what_its_settings_trust()
    {
        using var issued = MadeCertificate.Server(Here, _authority);
        using var server = await StartAsync("starttls", issued);
        var trusted = Path.Combine(_folder.FullName, "authority.pem");
        await File.WriteAllTextAsync(trusted, _authority.Pem, TestContext.Current.CancellationToken);
        await using var app = await PublisherApp.StartAsync(
            ("Publisher:Mail:Host", Here),
            ("Publisher:Mail:Port", $"{server.Port}"),
            ("Publisher:Mail:TrustedCertificates", trusted),
            ("Publisher:Mail:From", "digest@news.example"),
            ("Publisher:Mail:Reviewers:0", "reviewer@news.example")
        );

        await app.SendAsync(MailTest.Awaits(isOverdue: false));

        var mail = await Eventually.GetAsync(() => Task.FromResult(server.Mails.SingleOrDefault()), mail => mail is not null, "the mail");
        mail!.IsEncrypted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_offers_no_encryption_gets_nothing_in_the_clear()
    {
        using var server = await MailServer.StartAsync();

        await Should.ThrowAsync<MailServerAwayException>(() => SendAsync(server, SecureSocketOptions.StartTls, _authority.Pem));

        server.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "Could not find file")]
    [InlineData("no certificate", "it holds no certificate")]
    public void A_file_that_holds_none_is_named_at_the_start(string? content, string fault)
    {
        var file = Path.Combine(_folder.FullName, "trusted.pem");
        if (content is not null)
        {
            File.WriteAllText(file, content);
        }

        var options = new MailOptions { TrustedCertificates = file };

        var failure = options.Validate(new(options)).ShouldHaveSingleItem().ErrorMessage!;
        failure.ShouldStartWith($"Publisher:Mail:TrustedCertificates: '{file}' cannot be used: ");
        failure.ShouldContain(fault);
    }

    private async Task<MailServer> StartAsync(string kind, MadeCertificate shown)
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.pem");
        await File.WriteAllTextAsync(file, shown.PemWithKey, TestContext.Current.CancellationToken);
        return await MailServer.StartAsync(0, kind, file);
    }

    private async Task SendAsync(MailServer server, SecureSocketOptions security, string? trusted)
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.trusted.pem");
        if (trusted is not null)
        {
            await File.WriteAllTextAsync(file, trusted, TestContext.Current.CancellationToken);
        }

        var options = new MailOptions
        {
            Host = Here,
            Port = server.Port,
            Security = security,
            From = "digest@news.example",
            TrustedCertificates = trusted is null ? null : file,
        };
        await using var smtp = new SmtpServer(Options.Create(options), TimeProvider.System);
        using var message = new MimeMessage(
            [options.Sender()],
            [MailboxAddress.Parse("reader@news.example")],
            "digest",
            new TextPart("plain") { Text = "text" }
        );
        await smtp.SendAsync(message, options.Sender());
    }
}
