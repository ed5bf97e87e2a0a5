using Aspire.Hosting.ApplicationModel;

namespace NewsEducator.AppHost.Local;

internal sealed class PostgresRunner(PostgresServerResource resource, PostgresServer server) : Runner(resource, "server")
{
    public PostgresServer Server { get; } = server;

    public override string Url => resource.Uri;

    public override ChildProcess? Process => Server.Process;

    public override Task StartAsync(CancellationToken cancellationToken) => Server.StartAsync(cancellationToken);
}

internal sealed class DatabaseRunner(PostgresDatabaseResource resource, PostgresServer server) : Runner(resource, "database")
{
    public override string Url => $"{resource.Parent.Uri}/{resource.DatabaseName}";

    public override Task StartAsync(CancellationToken cancellationToken) => server.EnsureDatabaseAsync(resource.DatabaseName, cancellationToken);
}
