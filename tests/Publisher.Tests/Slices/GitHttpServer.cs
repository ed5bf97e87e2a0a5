using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsEducator.Publisher.Tests.Mail;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>Git's own server program (<c>git http-backend</c>) behind TLS and a sign-in, as git hosts have it.</summary>
internal sealed class GitHttpServer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly X509Certificate2 _certificate;
    private readonly WebApplication _app;

    private GitHttpServer(string folder, MadeCertificate certificate)
    {
        (_folder, _certificate) = (folder, X509Certificate2.CreateFromPem(certificate.Pem, certificate.PemWithKey));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        _app = builder.Build();
        _app.Run(ServeAsync);
    }

    public string User { get; set; } = "bot";

    public string Password { get; set; } = "";

    /// <summary>Answers in the place of git; null where git does.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    /// <param name="folder">What its repositories are in.</param>
    /// <param name="certificate">What it shows.</param>
    public static async Task<GitHttpServer> StartAsync(string folder, MadeCertificate certificate)
    {
        var server = new GitHttpServer(folder, certificate);
        await server._app.StartAsync();
        return server;
    }

    /// <param name="repository">Its name in the folder.</param>
    public string AddressOf(string repository) => $"{_app.Urls.Single()}/{repository}";

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private Task ServeAsync(HttpContext http)
    {
        if (Instead is { } answer)
        {
            return answer(http);
        }

        var login = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
        if (http.Request.Headers.Authorization == $"Basic {login}")
        {
            return AskGitAsync(http);
        }

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"git\"";
        return Task.CompletedTask;
    }

    /// <summary>By the rules of CGI.</summary>
    private async Task AskGitAsync(HttpContext http)
    {
        var start = new ProcessStartInfo("git", ["http-backend"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["GIT_PROJECT_ROOT"] = _folder;
        start.Environment["GIT_HTTP_EXPORT_ALL"] = "1";
        start.Environment["REMOTE_USER"] = User;
        start.Environment["REQUEST_METHOD"] = http.Request.Method;
        start.Environment["PATH_INFO"] = http.Request.Path.Value;
        start.Environment["QUERY_STRING"] = http.Request.QueryString.Value?.TrimStart('?');
        start.Environment["CONTENT_TYPE"] = http.Request.ContentType;
        start.Environment["HTTP_CONTENT_ENCODING"] = http.Request.Headers.ContentEncoding;
        start.Environment["GIT_PROTOCOL"] = http.Request.Headers["Git-Protocol"];
        using var git = Process.Start(start)!;
        await http.Request.Body.CopyToAsync(git.StandardInput.BaseStream, http.RequestAborted);
        git.StandardInput.Close();
        using var output = new MemoryStream();
        await git.StandardOutput.BaseStream.CopyToAsync(output, http.RequestAborted);
        await PassOnAsync(output.ToArray(), http.Response);
    }

    // Status: 404 Not Found, other headers, an empty line, the body; without a status it is 200.
    private static async Task PassOnAsync(byte[] output, HttpResponse response)
    {
        var head = output.AsSpan().IndexOf("\r\n\r\n"u8);
        foreach (var line in Encoding.ASCII.GetString(output, 0, head).Split("\r\n"))
        {
            var (name, value) = line.Split(": ", 2) is [var before, var after]
                ? (before, after)
                : throw new InvalidOperationException(line);
            if (name == "Status")
            {
                response.StatusCode = int.Parse(value.Split(' ')[0], CultureInfo.InvariantCulture);
            }
            else
            {
                response.Headers[name] = value;
            }
        }

        await response.Body.WriteAsync(output.AsMemory(head + 4));
    }
}
