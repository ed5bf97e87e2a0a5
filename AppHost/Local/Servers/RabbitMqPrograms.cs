namespace NewsEducator.AppHost.Local;

/// <summary>RabbitMQ as installed on this machine.</summary>
/// <param name="Server">Its own start script: the one on the PATH insists on the user that the package made.</param>
/// <param name="PortMapper">Erlang's <c>epmd</c>.</param>
internal sealed record RabbitMqPrograms(string Server, string PortMapper)
{
    private const string Debian = "/usr/lib/rabbitmq/bin";

    /// <param name="configured">Where to look and nowhere else; null for the usual places.</param>
    public static RabbitMqPrograms Find(string? configured = null)
    {
        var server = ServerFolders.Holding("rabbitmq-server", configured is null ? [Debian, .. ServerFolders.SearchPath] : [configured]);
        var portMapper = ServerFolders.Holding("epmd", ServerFolders.SearchPath);
        return server is not null && portMapper is not null
            ? new(Path.Combine(server, "rabbitmq-server"), Path.Combine(portMapper, "epmd"))
            : throw new StartProblem($"RabbitMQ is missing (no rabbitmq-server in {configured ?? $"{Debian} or on the PATH"} or no epmd): "
                + "install it, on Debian with: apt-get install rabbitmq-server");
    }
}
