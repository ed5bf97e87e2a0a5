using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Connectors.Web;
using NewsEducator.Collector.Tests.Upstreams;
using NewsEducator.ServiceDefaults.Net;

namespace NewsEducator.Collector.Tests.Connectors.Web;

/// <summary>A resolver that the test fills and a network where dialling is written down: the real handler between the two, over plain
/// HTTP.</summary>
internal sealed class FakeInternet
{
    private readonly Dictionary<string, Queue<string[]>> _names = [];
    private readonly Queue<string> _answers = new();

    public List<string> Dialled { get; } = [];

    public void Resolve(string name, params string[] addresses)
    {
        if (!_names.TryGetValue(name, out var answers))
        {
            _names[name] = answers = new Queue<string[]>();
        }

        answers.Enqueue(addresses);
    }

    public void Answer(string head) => _answers.Enqueue($"{head}\r\nConnection: close\r\n\r\n");

    public async Task<WebAnswer> GetAsync(string url, params string[] allowed)
    {
        var connection = new PublicConnection(ResolveAsync, DialAsync, reason => new UnreadableException(reason, FaultKind.Forbidden));
        using var http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                ConnectCallback = connection.ConnectAsync,
            }
        );
        return await new NewsEducator.Collector.Connectors.Web.WebClient(
            http,
            FakePolicy.Whitelist(allowed),
            Options.Create(new UpstreamOptions()),
            TimeProvider.System
        ).GetAsync(new Uri(url), "*/*", TestContext.Current.CancellationToken);
    }

    private Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        var answers = _names[name];
        return Task.FromResult((answers.Count > 1 ? answers.Dequeue() : answers.Peek()).Select(IPAddress.Parse).ToArray());
    }

    private ValueTask<Stream> DialAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        Dialled.Add($"{addresses[0]}:{port}");
        return ValueTask.FromResult<Stream>(
            new Exchange(_answers.TryDequeue(out var answer) ? answer : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        );
    }

    /// <summary>Takes any request, gives the answer.</summary>
    private sealed class Exchange(string answer) : MemoryStream(Encoding.ASCII.GetBytes(answer))
    {
        public override bool CanWrite => true;

        public override void Write(byte[] buffer, int offset, int count) { }

        public override void Write(ReadOnlySpan<byte> buffer) { }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.CompletedTask;
    }
}
