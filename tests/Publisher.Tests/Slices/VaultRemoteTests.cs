using System.Text;
using Microsoft.AspNetCore.Http;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Tests.Mail;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>The vault is pushed to real servers: OpenSSH's, and git's own program behind TLS and a sign-in.</summary>
public sealed class VaultRemoteTests : IAsyncLifetime
{
    private const string Token = "t0ken-that-nobody-sees";
    private const string RemoteName = "notes.git";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newseducator-remote-");
    private readonly MadeCertificate _authority = MadeCertificate.Authority();
    private PublisherApp? _app;
    private GitFolder _remote = null!;
    private GitFolder _vault = null!;
    private VaultDesk _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _remote = await GitFolder.BareAsync(In(RemoteName));

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _authority.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Over_ssh_with_a_key_and_known_hosts_of_the_configuration()
    {
        await using var server = await StartWithSshAsync();
        await PublishAsync();
        await _desk.SavedAsync();
        var theirs = await PushFromLaptopAsync();

        await PublishAsync();

        await ShouldBePushedAsync();
        (await _remote.RunAsync("rev-parse", "main~1")).ShouldBe(theirs);
        (await _vault.StatusAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_of_ssh_that_is_away_gets_everything_later()
    {
        await using var server = await StartWithSshAsync();
        await server.StopAsync();
        await PublishAsync();

        var away = await _desk.ReasonAsync(RepositoryFault.RemoteAway);

        away.ShouldStartWith("The remote cannot be reached");
        away.ShouldContain("Connection refused");
        await server.StartAsync();
        await ShouldBePushedAsync();
    }

    [Fact]
    public async Task A_host_key_that_is_another_or_not_known_gets_nothing_until_a_person_has_compared_it()
    {
        await using var server = await StartWithSshAsync();
        await PushedAsync();
        var before = await _remote.HeadAsync();
        await server.StopAsync();
        await server.NewHostKeyAsync();
        await server.StartAsync();
        await PublishAsync();

        var changed = await _desk.ReasonAsync(RepositoryFault.Untrusted);

        changed.ShouldStartWith("The remote shows another host key than the known one");
        changed.ShouldContain("Publisher:Git:KnownHosts");
        changed.ShouldContain("SHA256:");
        changed.ShouldNotContain("@@@");
        await File.WriteAllTextAsync(server.KnownHosts, "", Cancel);
        (await ReasonWithAsync("is not known")).ShouldContain("ssh-keyscan");
        (await _remote.HeadAsync()).ShouldBe(before);

        await server.BeKnownAsync();
        await ShouldBePushedAsync();
    }

    [Fact]
    public async Task A_key_that_is_not_accepted_says_what_to_enter_where()
    {
        await using var server = await StartWithSshAsync();
        await PushedAsync();
        server.RefuseKey();
        await PublishAsync();

        var refused = await _desk.ReasonAsync(RepositoryFault.Refused);

        refused.ShouldStartWith("The remote does not accept the key");
        refused.ShouldContain("Publisher:Git:SshKey");
        refused.ShouldContain("Permission denied");
        server.AcceptKey();
        await ShouldBePushedAsync();
    }

    [Fact]
    public async Task Over_https_with_a_token_which_nobody_gets_to_see()
    {
        using var certificate = MadeCertificate.Server("127.0.0.1", _authority);
        await using var server = await ServerAsync(certificate);
        await StartAsync(server, _authority);
        await PublishAsync();
        await _desk.SavedAsync();
        var theirs = await PushFromLaptopAsync();
        await PublishAsync();
        await ShouldBePushedAsync();
        (await _remote.RunAsync("rev-parse", "main~1")).ShouldBe(theirs);

        server.Password = "another";
        await PublishAsync();
        var refused = await _desk.ReasonAsync(RepositoryFault.Refused);

        refused.ShouldStartWith("The remote does not accept the sign-in: set Publisher:Git:User and Publisher:Git:Password");
        await ShouldNotTellAsync();
        server.Password = Token;
        await ShouldBePushedAsync();
    }

    [Fact]
    public async Task A_server_that_says_what_it_was_sent_does_not_make_the_token_known()
    {
        using var certificate = MadeCertificate.Server("127.0.0.1", _authority);
        await using var server = await ServerAsync(certificate);
        server.Instead = http =>
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            http.Response.ContentType = "text/plain";
            return http.Response.WriteAsync($"no rights\u001b[31m for {http.Request.Headers.Authorization} alias {Token}", Cancel);
        };
        await StartAsync(server, _authority);

        var refused = await _desk.ReasonAsync(RepositoryFault.Refused);

        refused.ShouldStartWith("The remote knows the user and does not let it in");
        refused.ShouldContain("for Basic *** alias ***");
        refused.ShouldNotContain('\u001b');
        await ShouldNotTellAsync();
    }

    [Fact]
    public async Task A_server_that_leads_elsewhere_is_not_followed_and_the_other_one_gets_no_token()
    {
        using var certificate = MadeCertificate.Server("127.0.0.1", _authority);
        await using var elsewhere = await ServerAsync(certificate);
        await using var server = await ServerAsync(certificate);
        var asked = 0;
        elsewhere.Instead = _ => Task.FromResult(Interlocked.Increment(ref asked));
        server.Instead = http =>
        {
            http.Response.Redirect($"{elsewhere.AddressOf(RemoteName)}/info/refs{http.Request.QueryString}");
            return Task.CompletedTask;
        };
        await StartAsync(server, _authority);

        var led = await _desk.ReasonAsync(RepositoryFault.RemoteAway);

        led.ShouldStartWith("The remote leads to another address, which is not followed");
        led.ShouldContain("Publisher:Git:Remote");
        server.Instead = null;
        await _desk.SavedAsync();
        asked.ShouldBe(0);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_or_is_of_another_host_gets_nothing()
    {
        using var stranger = MadeCertificate.Authority();
        using var certificate = MadeCertificate.Server("127.0.0.1", stranger);
        using var another = MadeCertificate.Server("git.example", _authority);
        foreach (var shown in new[] { certificate, another })
        {
            await using var server = await ServerAsync(shown);
            server.Instead = _ => throw new InvalidOperationException("It was asked.");
            await StartAsync(server, _authority);

            var untrusted = await _desk.ReasonAsync(RepositoryFault.Untrusted);

            untrusted.ShouldStartWith("The remote's certificate is not trusted");
            untrusted.ShouldContain("Publisher:Git:TrustedCertificates");
            await _app!.DisposeAsync();
            _app = null;
        }
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private async Task<GitHttpServer> ServerAsync(MadeCertificate certificate)
    {
        var server = await GitHttpServer.StartAsync(_folder.FullName, certificate);
        server.Password = Token;
        return server;
    }

    private async Task<SshServer> StartWithSshAsync()
    {
        var server = await SshServer.StartAsync(_folder.CreateSubdirectory("ssh"));
        await StartAsync(
            ("Publisher:Git:Remote", server.AddressOf(_remote.Path)),
            ("Publisher:Git:SshKey", server.Key),
            ("Publisher:Git:KnownHosts", server.KnownHosts)
        );
        return server;
    }

    private async Task StartAsync(GitHttpServer server, MadeCertificate trusted)
    {
        await File.WriteAllTextAsync(In("trusted.pem"), trusted.Pem, Cancel);
        await StartAsync(
            ("Publisher:Git:Remote", server.AddressOf(RemoteName)),
            ("Publisher:Git:User", server.User),
            ("Publisher:Git:Password", Token),
            ("Publisher:Git:TrustedCertificates", In("trusted.pem"))
        );
    }

    private async Task StartAsync(params (string Key, string Value)[] settings)
    {
        _app = await PublisherApp.StartAsync([("Publisher:Git:IsOn", "true"), ("Publisher:Git:LongestPause", "00:00:01"), .. settings]);
        _vault = await GitFolder.MakeAsync(_app.Vault);
        _desk = new VaultDesk(_app.CreateOperator());
    }

    private async Task PublishAsync()
    {
        var day = new ReleasedDay(_app!);
        await day.PublishAsync(day.Item(1));
        await day.WrittenAsync();
    }

    private async Task ShouldBePushedAsync()
    {
        await _desk.SavedAsync();
        (await _remote.HeadAsync()).ShouldBe(await _vault.HeadAsync());
    }

    /// <returns>The commit.</returns>
    private async Task<string> PushFromLaptopAsync()
    {
        var laptop = await _remote.CloneAsync(In("laptop"));
        var theirs = await laptop.CommitAsync("个人/laptop.md", "theirs");
        await laptop.RunAsync("push", "-q");
        return theirs;
    }

    /// <summary>What the vault had before the start.</summary>
    private Task<RepositoryView> PushedAsync() =>
        Eventually.GetAsync(_desk.ViewAsync, view => view is { PushedAt: not null, NextAt: null }, "the push at the start");

    private async Task<string> ReasonWithAsync(string part) =>
        (await Eventually.GetAsync(_desk.ViewAsync, view => view.Reason?.Contains(part, StringComparison.Ordinal) == true, part)).Reason!;

    private async Task ShouldNotTellAsync()
    {
        var login = Convert.ToBase64String(Encoding.UTF8.GetBytes($"bot:{Token}"));
        using var health = await _app!.CreateClient().GetAsync("/health", Cancel);
        foreach (var text in new[] { await _desk.TextAsync(), await health.Content.ReadAsStringAsync(Cancel) })
        {
            text.ShouldNotContain(Token);
            text.ShouldNotContain(login);
        }
    }
}
