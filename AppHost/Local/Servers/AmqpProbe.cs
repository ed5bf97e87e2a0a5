using System.Net.Sockets;

namespace NewsEducator.AppHost.Local;

/// <summary>A broker that answers the protocol header with a method frame takes connections; one that only listens does not yet.</summary>
internal static class AmqpProbe
{
    private const byte MethodFrame = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async Task<bool> AnswersAsync(int port, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, either.Token);
            var stream = client.GetStream();
            await stream.WriteAsync("AMQP\0\0\x09\x01"u8.ToArray(), either.Token);
            var answer = new byte[1];
            return await stream.ReadAsync(answer, either.Token) == 1 && answer[0] == MethodFrame;
        }
        catch (Exception failed) when (failed is SocketException or IOException || (failed is OperationCanceledException && patience.IsCancellationRequested))
        {
            return false;
        }
    }
}
