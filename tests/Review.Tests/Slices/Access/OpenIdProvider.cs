using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Access;

/// <summary>npm's oidc-provider under node, and a browser at its pages.</summary>
internal sealed partial class OpenIdProvider : IDisposable
{
    private readonly Process _node;

    private OpenIdProvider(Process node, Uri issuer) => (_node, Issuer) = (node, issuer);

    public Uri Issuer { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<OpenIdProvider> StartAsync(string redirect)
    {
        var folder = Repository.In("artifacts/openid-provider");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules")), "The provider is not installed; ./test does so.");
        var port = FreePort();
        var node = Process.Start(
            new ProcessStartInfo("node", ["provider.mjs", $"{port}", redirect])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        node.ErrorDataReceived += (_, _) => { };
        node.BeginErrorReadLine();
        (await node.StandardOutput.ReadLineAsync(Cancel)).ShouldBe("listening");
        return new OpenIdProvider(node, new Uri($"http://127.0.0.1:{port}"));
    }

    /// <summary>Signs in and agrees, as a person would.</summary>
    /// <returns>Where the provider sends the browser back to.</returns>
    public async Task<Uri> SignInAsync(Uri asked, string person)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        var at = asked;
        for (var step = 0; step < 12 && at.Authority == Issuer.Authority; step++)
        {
            using var answer = await browser.GetAsync(at, Cancel);
            at = answer.Headers.Location is { } next
                ? new Uri(at, next)
                : await SubmitAsync(browser, at, await answer.Content.ReadAsStringAsync(Cancel), person);
        }

        return at;
    }

    public void Dispose()
    {
        _node.Kill(entireProcessTree: true);
        _node.Dispose();
    }

    private static async Task<Uri> SubmitAsync(HttpClient browser, Uri page, string html, string person)
    {
        var form = new Dictionary<string, string>
        {
            ["prompt"] = Prompt().Match(html).Groups["prompt"].Value,
            ["login"] = person,
            ["password"] = "any",
        };
        using var answer = await browser.PostAsync(
            new Uri(page, FormAction().Match(html).Groups["action"].Value),
            new FormUrlEncodedContent(form),
            Cancel
        );
        return new Uri(page, answer.Headers.Location.ShouldNotBeNull(html));
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    [GeneratedRegex("""name="prompt" value="(?<prompt>\w+)""")]
    private static partial Regex Prompt();

    [GeneratedRegex("""action="(?<action>[^"]+)""")]
    private static partial Regex FormAction();
}
