using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>Receives traces as any OTLP collector does (HTTP, protobuf) and keeps what the test asks for.</summary>
internal sealed class TraceReceiver : IDisposable
{
    private const int Before = 100;

    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Span> _spans = [];
    private readonly ConcurrentQueue<string> _leaks = [];

    private TraceReceiver(int port) => Endpoint = new Uri($"http://127.0.0.1:{port}");

    internal sealed record Span(string TraceId, string Service, string Name);

    public Uri Endpoint { get; }

    public IReadOnlyCollection<Span> Spans => _spans;

    /// <summary>What must not be in any telemetry: spans, logs and metrics.</summary>
    public IReadOnlyDictionary<string, string> Secrets { private get; set; } = new Dictionary<string, string>();

    /// <summary>The names of the secrets that were received all the same.</summary>
    public IReadOnlyCollection<string> Leaks => _leaks;

    public int Requests { get; private set; }

    public static TraceReceiver Start(int port)
    {
        var receiver = new TraceReceiver(port);
        receiver._listener.Prefixes.Add($"{receiver.Endpoint}");
        receiver._listener.Start();
        _ = receiver.ReceiveAsync();
        return receiver;
    }

    public void Dispose() => _listener.Close();

    private async Task ReceiveAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            Requests++;
            foreach (var (name, secret) in Secrets)
            {
                if (body.GetBuffer().AsSpan(0, (int)body.Length).IndexOf(Encoding.UTF8.GetBytes(secret)) is >= 0 and var at)
                {
                    var before = Encoding.ASCII.GetString(body.GetBuffer(), Math.Max(0, at - Before), Math.Min(at, Before));
                    _leaks.Enqueue($"{name} in {context.Request.Url!.AbsolutePath}, behind: {before}");
                }
            }

            if (context.Request.Url!.AbsolutePath == "/v1/traces")
            {
                ReadRequest(body.ToArray());
            }

            context.Response.Close();
        }
    }

    // opentelemetry.proto.collector.trace.v1: resource_spans = 1 { resource = 1 { attributes = 1 }, scope_spans = 2 { spans = 2 { trace_id
    // = 1, name = 5 } } }
    private void ReadRequest(byte[] request)
    {
        foreach (var resourceSpans in Protobuf.Fields(request, 1))
        {
            var service = Protobuf
                .Fields(resourceSpans, 1)
                .SelectMany(resource => Protobuf.Fields(resource, 1))
                .Where(attribute => Text(Protobuf.Fields(attribute, 1).First()) == "service.name")
                .Select(attribute => Text(Protobuf.Fields(Protobuf.Fields(attribute, 2).First(), 1).First()))
                .FirstOrDefault("");
            foreach (var span in Protobuf.Fields(resourceSpans, 2).SelectMany(scope => Protobuf.Fields(scope, 2)))
            {
                _spans.Enqueue(
                    new Span(
                        Convert.ToHexStringLower(Protobuf.Fields(span, 1).First().Span),
                        service,
                        Text(Protobuf.Fields(span, 5).First())
                    )
                );
            }
        }
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>As much of the wire format as finding a field takes.</summary>
    private static class Protobuf
    {
        public static IEnumerable<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int wanted)
        {
            for (var at = 0; at < message.Length; )
            {
                var tag = Varint(message, ref at);
                var length = (tag & 7) switch
                {
                    0 => SkipVarint(message, ref at),
                    1 => 8,
                    2 => (int)Varint(message, ref at),
                    5 => 4,
                    _ => throw new InvalidDataException($"Unknown wire type in tag {tag}."),
                };
                if (tag == (ulong)((wanted << 3) | 2))
                {
                    yield return message.Slice(at, length);
                }

                at += length;
            }
        }

        private static int SkipVarint(ReadOnlyMemory<byte> message, ref int at)
        {
            Varint(message, ref at);
            return 0;
        }

        private static ulong Varint(ReadOnlyMemory<byte> message, ref int at)
        {
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var next = message.Span[at++];
                value |= (ulong)(next & 0x7F) << shift;
                if (next < 0x80)
                {
                    return value;
                }
            }
        }
    }
}
