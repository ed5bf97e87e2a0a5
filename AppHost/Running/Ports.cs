using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace NewsEducator.AppHost.Running;

/// <summary>Loopback ports.</summary>
internal static class Ports
{
    // Below the range from which outgoing connections take theirs, so none is taken between finding and using it.
    private const int First = 20_000;
    private const int Last = 30_000;

    // Given to something of this run that does not listen yet.
    private static readonly HashSet<int> Promised = [];

    /// <returns>One that nothing else gets in this run.</returns>
    public static int Free()
    {
        for (var attempt = 0; attempt < 1_000; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last);
            if (IsFree(port) && Promised.Add(port))
            {
                return port;
            }
        }

        throw new StartProblem($"No port between {First} and {Last} is free on this machine: stop what holds them.");
    }

    public static bool IsFree(int port) =>
        CanListen(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanListen(IPAddress.IPv6Loopback, port));

    /// <returns>The port that an option gives, else the usual one.</returns>
    public static int Read(IConfiguration settings, string option, int usual)
    {
        var given = settings[option];
        var port = usual;
        if (
            !string.IsNullOrEmpty(given)
            && !(int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65_535)
        )
        {
            throw new StartProblem($"--{option} {given} is no port: give a number from 1 to 65535.");
        }

        Promised.Add(port);
        return port;
    }

    /// <exception cref="StartProblem">Two resources share a port, or another program listens there.</exception>
    public static void DemandFree(IReadOnlyList<(int Port, string Resource)> wanted)
    {
        foreach (var (index, (port, resource)) in wanted.Index())
        {
            if (wanted.Take(index).FirstOrDefault(other => other.Port == port) is { Resource: { } taken })
            {
                throw new StartProblem(Text($"Port {port} is given to {taken} and to {resource}: choose another with --{resource}-port."));
            }

            if (!IsFree(port))
            {
                throw new StartProblem(
                    Text($"Port {port} for {resource} is taken: stop what listens there, or choose another with --{resource}-port.")
                );
            }
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
