using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace NewsEducator.Testing;

/// <summary>A server of this machine, run by the script that the AppHost runs it with.</summary>
public sealed class ServerScript(
    string script,
    string folder,
    string program,
    IReadOnlyList<string> arguments,
    IReadOnlyDictionary<string, string> environment
)
{
    // PostgreSQL answers it with one byte.
    private static readonly byte[] SslRequest = [0, 0, 0, 8, 4, 210, 22, 47];

    // RabbitMQ answers it by beginning a connection.
    private static readonly byte[] ProtocolHeader = [.. "AMQP"u8, 0, 0, 9, 1];
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private Process? _process;

    /// <summary>The server's own process, which the script began.</summary>
    /// <exception cref="InvalidOperationException">It does not run.</exception>
    public int Program => Children().First();

    public void Start()
    {
        var start = new ProcessStartInfo(Repository.In($"AppHost/Servers/{script}"), [folder, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            Processes.Signal(_process.Id, "TERM");
            using var patience = new CancellationTokenSource(Grace, TimeProvider.System);
            await _process.WaitForExitAsync(patience.Token);
        }
    }

    /// <summary>Ends the server itself by SIGKILL; the script ends with it.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false })
        {
            Children().ToList().ForEach(child => Processes.Signal(child, "KILL"));
            await _process.WaitForExitAsync();
        }
    }

    private IEnumerable<int> Children() => Processes.ChildrenOf(_process!.Id).Where(child => Processes.NameOf(child) == program);

    /// <summary>Waits until a PostgreSQL answers.</summary>
    public Task PostgresAnswersAsync(int port) => AnswersAsync(port, SslRequest);

    public Task RabbitMqAnswersAsync(int port) => AnswersAsync(port, ProtocolHeader);

    /// <summary>Waits until the server answers on a loopback port.</summary>
    private async Task AnswersAsync(int port, ReadOnlyMemory<byte> greeting)
    {
        await Eventually.GetAsync(
            () => AsksAsync(port, greeting),
            answered => answered || _process is { HasExited: true },
            $"{script} to answer",
            seconds: 120
        );
        if (_process is { HasExited: true })
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"{script} ended with exit code {_process.ExitCode}.")
            );
        }
    }

    private static async Task<bool> AsksAsync(int port, ReadOnlyMemory<byte> greeting)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port);
            await client.GetStream().WriteAsync(greeting);
            return await client.GetStream().ReadAsync(new byte[1]) == 1;
        }
        catch (Exception refused) when (refused is SocketException or IOException)
        {
            return false;
        }
    }
}
