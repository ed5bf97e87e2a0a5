using System.Globalization;

namespace NewsEducator.AppHost.Local;

/// <summary>A private RabbitMQ node on loopback ports, with an <c>epmd</c> of its own.</summary>
internal sealed class RabbitMqServer(string folder, RabbitMqPorts ports, string password, RabbitMqPrograms programs, ProcessHost host, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly string _name = Path.GetFileName(folder);
    private readonly RabbitMqNode _node = new(folder, ports, password);
    private ChildProcess? _portMapper;

    public IReadOnlyList<string> Plugins { get; init; } = [];

    public Action<string> Log { get; init; } = _ => { };

    public ChildProcess? Process { get; private set; }

    /// <summary>Starts the node, or starts it again, and waits until it takes connections or has ended.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _node.Prepare(Plugins);
        if (_portMapper is null or { Exited.IsCompleted: true })
        {
            _portMapper = host.Start(new Launch($"{_name}-epmd", programs.PortMapper, "-port", Text(ports.PortMapper), "-address", "127.0.0.1"));
        }

        Process = host.Start(new Launch(_name, programs.Server) { Environment = _node.Environment(), WorkingDirectory = folder, Log = LogAllButBanner });
        while (!Process.Exited.IsCompleted && !await AmqpProbe.AnswersAsync(ports.Amqp, time, cancellationToken))
        {
            await Task.Delay(Pace, time, cancellationToken);
        }

        if (!Process.Exited.IsCompleted)
        {
            _node.MarkComplete();
        }
    }

    /// <summary>The port mapper goes last: the node takes its leave of it.</summary>
    public Task StopPortMapperAsync() => _portMapper?.KillAsync() ?? Task.CompletedTask;

    // Twenty indented lines at each start; what it says of errors is not indented.
    private void LogAllButBanner(string line)
    {
        if (line.Length > 0 && line[0] != ' ')
        {
            Log(line);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
