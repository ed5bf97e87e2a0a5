using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace NewsEducator.UpgradeRun;

/// <summary>One address for all replicas of a service: each new connection goes to the next one that takes it.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;
    private ImmutableList<int> _ports = [];
    private uint _turn;

    public Balancer()
    {
        _listener.Start();
        _work = AcceptAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public void Add(int port) => ImmutableInterlocked.Update(ref _ports, ports => ports.Add(port));

    public void Remove(int port) => ImmutableInterlocked.Update(ref _ports, ports => ports.Remove(port));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = PassOnAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private async Task PassOnAsync(TcpClient caller)
    {
        using var _ = caller;
        using var replica = await ConnectAsync();
        if (replica is null)
        {
            return;
        }

        await Task.WhenAll(CopyAsync(caller, replica), CopyAsync(replica, caller));
    }

    private async Task<TcpClient?> ConnectAsync()
    {
        var ports = _ports;
        var first = Interlocked.Increment(ref _turn);
        for (var index = 0u; index < ports.Count; index++)
        {
            var replica = new TcpClient();
            try
            {
                await replica.ConnectAsync(IPAddress.Loopback, ports[(int)((first + index) % (uint)ports.Count)], _stop.Token);
                return replica;
            }
            catch (Exception refused) when (refused is SocketException or OperationCanceledException)
            {
                replica.Dispose();
            }
        }

        return null;
    }

    private async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), _stop.Token);
            to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The side that is still connected sees its connection end.
            from.Close();
            to.Close();
        }
    }
}
