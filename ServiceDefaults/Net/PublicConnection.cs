using System.Net;
using System.Net.Sockets;

namespace NewsEducator.ServiceDefaults.Net;

/// <summary>
/// Connects to public addresses only. The check stands between the resolution of the name and the dialling of what it gave, so that a name
/// which resolves to something else the second time gains nothing.
/// </summary>
/// <param name="resolve">What a name resolves to.</param>
/// <param name="dial">Opens a connection to one of the addresses.</param>
/// <param name="refuse">The exception for a reason.</param>
public sealed class PublicConnection(
    Func<string, CancellationToken, Task<IPAddress[]>> resolve,
    Func<IPAddress[], int, CancellationToken, ValueTask<Stream>> dial,
    Func<string, Exception> refuse
)
{
    private static readonly int[] WebPorts = [80, 443];

    /// <summary>Over the machine's own resolver and network.</summary>
    /// <param name="refuse">The exception for a reason.</param>
    public static PublicConnection Real(Func<string, Exception> refuse) => new(Dns.GetHostAddressesAsync, DialAsync, refuse);

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <remarks>Throws what <c>refuse</c> gives where the host is not on the public internet, or the port is not 80 or 443.</remarks>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        if (!WebPorts.Contains(target.Port))
        {
            throw refuse($"{target.Host}: port {target.Port} is not 80 or 443");
        }

        var addresses = await AddressesAsync(target.Host, cancellationToken);

        // One private address among public ones is an attack or a mistake; either way nobody is dialled.
        return addresses.Length > 0 && Array.TrueForAll(addresses, PublicAddress.Is)
            ? await dial(addresses, target.Port, cancellationToken)
            : throw refuse($"{target.Host} is not on the public internet: private addresses are never asked");
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
