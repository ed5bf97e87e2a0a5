using System.Net;
using System.Net.Sockets;

namespace NewsEducator.ServiceDefaults.Tests;

/// <summary>Stands before a server as a load balancer does: while it is silent it takes connections and answers nothing.</summary>
internal sealed class SilentProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<IDisposable> _open = [];
    private readonly Uri _server;
    private volatile bool _isSilent = true;

    public SilentProxy(string server)
    {
        _server = new Uri(server);
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => new UriBuilder(_server) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.ToString();

    /// <summary>New connections reach the server; those that were taken before stay as they are.</summary>
    public void Answer() => _isSilent = false;

    public void Dispose()
    {
        _listener.Dispose();
        _open.ForEach(each => each.Dispose());
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _open.Add(client);
                if (!_isSilent)
                {
                    var server = new TcpClient(_server.Host, _server.Port);
                    _open.Add(server);
                    _ = client.GetStream().CopyToAsync(server.GetStream());
                    _ = server.GetStream().CopyToAsync(client.GetStream());
                }
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }
}
