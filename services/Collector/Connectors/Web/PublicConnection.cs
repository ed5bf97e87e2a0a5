using System.Net;
using System.Net.Sockets;

namespace NewsEducator.Collector.Connectors.Web;

/// <summary>
/// Connects to public addresses only. The check stands between the resolution of the name and the dialling of what it gave, so that a name
/// which resolves to something else the second time gains nothing.
/// </summary>
/// <param name="resolve">What a name resolves to.</param>
/// <param name="dial">Opens a connection to one of the addresses.</param>
internal sealed class PublicConnection(
    Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPAddress[], int, CancellationToken, ValueTask<Stream>> dial)
{
    private static readonly int[] WebPorts = [80, 443];

    /// <summary>Over the machine's own resolver and network.</summary>
    public static PublicConnection Real { get; } = new(Dns.GetHostAddressesAsync, DialAsync);

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="UnreadableException">The host is not on the public internet, or the port is not 80 or 443.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        if (!WebPorts.Contains(target.Port))
        {
            throw new UnreadableException($"{target.Host}: port {target.Port} is not 80 or 443", FaultKind.Forbidden);
        }

        var addresses = await AddressesAsync(target.Host, cancellationToken);

        // One private address among public ones is an attack or a mistake; either way nobody is dialled.
        return addresses.Length > 0 && Array.TrueForAll(addresses, PublicAddress.Is)
            ? await dial(addresses, target.Port, cancellationToken)
            : throw new UnreadableException($"{target.Host} is not on the public internet: private addresses are never asked", FaultKind.Forbidden);
    }

    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellationToken) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) ? [address] : await resolve(host, cancellationToken);

    private static async ValueTask<Stream> DialAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
