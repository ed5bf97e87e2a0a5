using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using MimeKit;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Mail;

/// <summary>aiosmtpd, a mail server that others wrote; see <c>smtp_server.py</c>.</summary>
internal sealed class MailServer : IDisposable
{
    // Debian's own, which knows the packages of apt.
    private const string Python = "/usr/bin/python3";

    private readonly Process _process;
    private readonly ConcurrentQueue<Received> _mails = [];

    private readonly TaskCompletionSource<int> _port = new();
    private string _error = "";

    private MailServer(Process process) => _process = process;

    internal sealed record Received(string From, string To, MimeMessage Message, bool IsEncrypted)
    {
        public string Text => Message.TextBody!;

        public string Html => Message.HtmlBody!;
    }

    public int Port { get; private set; }

    public IReadOnlyList<Received> Mails => [.. _mails];

    /// <summary>The test is skipped where aiosmtpd is missing.</summary>
    /// <param name="port">A free one by default.</param>
    /// <param name="security"><c>starttls</c> or <c>implicit</c>, and a PEM file with certificate and key; by default neither.</param>
    public static async Task<MailServer> StartAsync(int port = 0, params string[] security)
    {
        Assert.SkipUnless(File.Exists(Python), "Python is not installed; ./test does so.");
        var process = Process.Start(
            new ProcessStartInfo(Python, ["-u", Repository.In("tests/Publisher.Tests/Mail/smtp_server.py"), $"{port}", .. security])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var server = new MailServer(process);
        process.OutputDataReceived += (_, line) => server.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => server._error += line.Data;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        server.Port = await server._port.Task.WaitAsync(TestContext.Current.CancellationToken);
        if (server.Port == 0)
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.SkipWhen(
            server._error.Contains("ModuleNotFoundError", StringComparison.Ordinal),
            "python3-aiosmtpd is not installed; ./test does so."
        );
        return server.Port > 0 ? server : throw new InvalidOperationException(server._error);
    }

    public IEnumerable<Received> To(string address) => _mails.Where(mail => mail.To == address);

    /// <summary>Takes mails again after <c>stop@…</c>.</summary>
    public Task TakeAgainAsync() => _process.StandardInput.WriteLineAsync("go");

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    /// <summary>Its port, then mails; null where it has ended.</summary>
    private void Keep(string? line)
    {
        if (_port.TrySetResult(int.TryParse(line, CultureInfo.InvariantCulture, out var port) ? port : 0) || line is null)
        {
            return;
        }

        var mail = JsonNode.Parse(line)!;
        using var content = new MemoryStream(Convert.FromBase64String((string)mail["content"]!));
        _mails.Enqueue(new Received((string)mail["from"]!, (string)mail["to"]![0]!, MimeMessage.Load(content), (bool)mail["isEncrypted"]!));
    }
}
