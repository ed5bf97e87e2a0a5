using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace NewsEducator.Testing;

/// <summary>A loopback port that nobody listens on, below the range from which outgoing connections take theirs.</summary>
public static class LoopbackPort
{
    private const int First = 20_000;
    private const int Last = 30_000;

    public static int Free()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: try another.
            }
        }
    }
}
