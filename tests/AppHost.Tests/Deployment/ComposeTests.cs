using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>deploy/compose gives each service what the AppHost's manifest gives it, and nothing that the manifest does not know.</summary>
public sealed class ComposeTests(Manifest manifest, WrittenSecrets secrets) : IClassFixture<Manifest>, IClassFixture<WrittenSecrets>
{
    // Where files are, and the model, which the AppHost passes on where one is configured.
    private static readonly string[] OfTheDeployment = ["Secrets__Folder", "Chat__Endpoint", "Chat__Model"];

    public static TheoryData<string> Services => [.. RunningProduct.Services];

    [Fact]
    public void All_services_and_servers_of_the_manifest_are_there()
    {
        manifest.Services.ShouldBe(Services.Select(row => row.Data), ignoreOrder: true);
        ComposeFile
            .Services.Select(service => service.Key)
            .ShouldBe([.. manifest.Services, "postgres", "messaging", "dashboard", "vault-owner", "backup", "restore"], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_has_the_settings_of_the_manifest(string service)
    {
        var given = ComposeFile
            .EnvironmentOf(service)
            .Keys.Where(name => name.Contains("__", StringComparison.Ordinal))
            .Concat(secrets.Of(service));

        given.Except(OfTheDeployment).ShouldBe(manifest.SettingsOf(service).Keys, ignoreOrder: true);
        ComposeFile.MountsOf(service).ShouldContain(($"./secrets/{service}", ComposeFile.EnvironmentOf(service)["Secrets__Folder"]));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Its_neighbours_are_found_where_they_listen(string service)
    {
        foreach (var neighbour in manifest.NeighboursOf(service))
        {
            var port = ComposeFile.EnvironmentOf(neighbour)["ASPNETCORE_HTTP_PORTS"];
            ComposeFile.EnvironmentOf(service)[$"services__{neighbour}__http__0"].ShouldBe($"http://{neighbour}:{port}");
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void It_starts_after_its_servers_writes_nowhere_and_stops_in_time(string service)
    {
        var container = ComposeFile.Services[service]!;

        container["depends_on"]!["postgres"]!["condition"].Text().ShouldBe("service_healthy");
        container["depends_on"]!["messaging"]!["condition"].Text().ShouldBe("service_healthy");
        container["read_only"].Text().ShouldBe("true");
        container["restart"].Text().ShouldBe("unless-stopped");
        container["healthcheck"]!["test"]!
            .AsArray()
            .Select(word => word.Text())
            .ShouldBe(["CMD", "dotnet", $"NewsEducator.{char.ToUpperInvariant(service[0])}{service[1..]}.dll", "health"]);
        container["stop_grace_period"].Text().ShouldBe("2m");
        ComposeFile.EnvironmentOf(service)["DOTNET_SHUTDOWNTIMEOUTSECONDS"].ShouldBe("110");
    }

    /// <summary>As locally: neither sets <c>max_connections</c>.</summary>
    [Fact]
    public void The_pools_of_all_services_fit_into_a_server_as_it_is_shipped()
    {
        ComposeFile.Services["postgres"]!["command"].ShouldBeNull();
        ConnectionPool.ShouldFit(manifest.Services.Count, ConnectionPool.ServersDefault);
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("messaging")]
    public void A_server_is_of_the_version_that_the_AppHost_runs(string server)
    {
        var image = manifest.Resources[server]!["image"].Text().Split('/')[^1];

        ComposeFile.Services[server]!["image"].Text().ShouldStartWith(image);
    }

    [Fact]
    public void Each_database_of_the_manifest_is_made()
    {
        var script = File.ReadAllText(Repository.In("deploy/compose/postgres/databases.sh"));

        // for service in collector … ; do
        script
            .Split("for service in ")[1]
            .Split(';')[0]
            .Split(' ')
            .Select(service => $"{service}db")
            .ShouldBe(manifest.Databases, ignoreOrder: true);
        secrets.Of("postgres").ShouldBe([.. manifest.Services, "postgres"], ignoreOrder: true);
    }

    [Fact]
    public void A_volume_is_kept_for_what_the_manifest_keeps()
    {
        foreach (var server in new[] { "postgres", "messaging" })
        {
            ComposeFile.MountsOf(server).ShouldContain((server, manifest.Resources[server]!["volumes"]![0]!["target"].Text()));
        }

        ComposeFile.MountsOf("review").ShouldContain(("vault", ComposeFile.EnvironmentOf("review")["Notes__Folder"]));
        ComposeFile.MountsOf("publisher").ShouldContain(("vault", ComposeFile.EnvironmentOf("publisher")["Publisher__NotesFolder"]));
    }

    [Fact]
    public void Nobody_else_looks_into_the_secrets_and_a_second_run_keeps_them()
    {
        var token = File.ReadAllText(Path.Combine(secrets.Path, "local-token"));

        BuiltAppHost.Run("secrets", secrets.Path);

        File.ReadAllText(Path.Combine(secrets.Path, "review/Auth__LocalToken")).ShouldBe(token);
        File.GetUnixFileMode(secrets.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
