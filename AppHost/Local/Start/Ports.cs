using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace NewsEducator.AppHost.Local;

/// <summary>Loopback ports.</summary>
internal static class Ports
{
    // Below the range from which outgoing connections take theirs, so none is taken between finding and using it.
    private const int First = 20_000;
    private const int Last = 30_000;

    public static int Free()
    {
        for (var attempt = 0; attempt < 1_000; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new StartProblem($"No port between {First} and {Last} is free on this machine: stop what holds them.");
    }

    public static bool IsFree(int port) => CanListen(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanListen(IPAddress.IPv6Loopback, port));

    /// <exception cref="StartProblem">Somebody else listens on the port.</exception>
    public static void DemandFree(int port, string resource)
    {
        if (port is < 1 or > 65_535)
        {
            throw new StartProblem(Text($"{port} is no port for {resource}: choose one from 1 to 65535 with --{resource}-port."));
        }

        if (!IsFree(port))
        {
            throw new StartProblem(Text($"Port {port} for {resource} is taken: stop what listens there, or choose another with --{resource}-port."));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static bool CanListen(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        // A port whose last connections are still closing can be listened on; so does Kestrel.
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen();
            return true;
        }
        catch (SocketException failed)
        {
            return failed.SocketErrorCode == SocketError.AddressNotAvailable;
        }
    }
}
