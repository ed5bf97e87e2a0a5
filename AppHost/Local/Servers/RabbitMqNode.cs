using System.Globalization;

namespace NewsEducator.AppHost.Local;

/// <summary>The files and settings that keep a private RabbitMQ node apart from every other one on the machine.</summary>
internal sealed class RabbitMqNode(string folder, RabbitMqPorts ports, string password)
{
    private string Complete => In("complete");

    /// <summary>A node that was killed before its first start was over may lack its user; it has no data yet, so it starts afresh.</summary>
    public void Prepare(IReadOnlyList<string> plugins)
    {
        if (!File.Exists(Complete) && Directory.Exists(In("mnesia")))
        {
            Directory.Delete(In("mnesia"), recursive: true);
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(In("rabbitmq.conf"), Settings(plugins));
        File.WriteAllText(In("enabled_plugins"), $"[{string.Join(',', plugins)}].\n");
        File.WriteAllText(In("env.conf"), "");
    }

    public void MarkComplete() => File.WriteAllText(Complete, "");

    public Dictionary<string, string> Environment() => new()
    {
        ["HOME"] = folder,
        ["RABBITMQ_NODENAME"] = "newseducator@localhost",
        ["RABBITMQ_CONF_ENV_FILE"] = In("env.conf"),
        ["RABBITMQ_CONFIG_FILE"] = In("rabbitmq.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = In("enabled_plugins"),
        ["RABBITMQ_MNESIA_BASE"] = In("mnesia"),
        ["RABBITMQ_FEATURE_FLAGS_FILE"] = In("mnesia/feature_flags"),
        ["RABBITMQ_LOG_BASE"] = In("log"),
        ["RABBITMQ_LOG"] = "warning",
        ["RABBITMQ_PID_FILE"] = In("pid"),
        ["RABBITMQ_DIST_PORT"] = Text(ports.Distribution),
        // Two contended cores are better spent than on schedulers that spin while they wait.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}",
        ["ERL_EPMD_PORT"] = Text(ports.PortMapper),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        // Makes the script become the server instead of staying in front of it.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string In(string name) => Path.Combine(folder, name);

    private string Settings(IReadOnlyList<string> plugins) => string.Create(CultureInfo.InvariantCulture, $"""
        listeners.tcp.1 = 127.0.0.1:{ports.Amqp}
        default_user = guest
        default_pass = {password}
        vm_memory_high_watermark.absolute = 1GB
        disk_free_limit.absolute = 50MB
        log.console = true
        log.console.use_colors = off
        {(plugins.Contains("rabbitmq_management") ? $"management.tcp.ip = 127.0.0.1\nmanagement.tcp.port = {ports.Management}" : "")}

        """);
}

internal sealed record RabbitMqPorts(int Amqp, int Distribution, int PortMapper, int Management);
