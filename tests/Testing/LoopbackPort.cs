using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace NewsEducator.Testing;

/// <summary>A loopback port that nobody listens on, below the range from which outgoing connections take theirs.</summary>
public static class LoopbackPort
{
    private const int First = 20_000;
    private const int Last = 30_000;

    private static readonly ConcurrentBag<FileStream> Promised = [];

    /// <returns>One that no other test gets, in this process or another, before it listens there.</returns>
    public static int Free()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                Promised.Add(Promise(port));
                return port;
            }
            catch (Exception taken) when (taken is SocketException or IOException)
            {
                // Try another.
            }
        }
    }

    // Locked as long as this process runs.
    private static FileStream Promise(int port) =>
        new(
            Path.Combine(Path.GetTempPath(), $"newseducator-test-port-{port}"),
            FileMode.OpenOrCreate,
            FileAccess.Write,
            FileShare.None,
            bufferSize: 0,
            FileOptions.DeleteOnClose
        );
}
