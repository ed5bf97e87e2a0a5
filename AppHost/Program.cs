using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using NewsEducator.AppHost;
using NewsEducator.AppHost.Running;
using NewsEducator.AppHost.Servers;

// All of it listens on loopback without TLS, so no development certificate is needed.
var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = Options.Of(args), TrustDeveloperCertificate = false });
var settings = builder.Configuration;
settings["DcpPublisher:WaitForResourceCleanup"] = "true";
using var instance = Instance.Claim(builder);

var localToken = builder.AddParameter("local-token", secret: true);
var serviceToken = builder.AddParameter("service-token", secret: true);

IResourceBuilder<PostgresServerResource>? postgres = null;
var messaging = AddMessaging();

var collector = AddService<Projects.Collector>("collector");
var summarizer = AddService<Projects.Summarizer>("summarizer").WithReference(collector);
var compliance = AddService<Projects.Compliance>("compliance").WithReference(collector);
var review = AddService<Projects.Review>("review", instance.ReviewPort).WithReference(collector).WithReference(compliance);
var publisher = AddService<Projects.Publisher>("publisher", instance.PublisherPort).WithReference(review);

// The whitelist is Compliance's; the keys that people make are Review's.
collector.WithReference(compliance).WithReference(review).WithReference(summarizer).WithCollectNowCommand(localToken);
summarizer.WithReference(review).WithReference(compliance);
compliance.WithReference(review);

// Each stage asks the next one whether it has what was sent to it; what Review approves is signed.
review.WithReference(publisher);
review.WithEnvironment("Signing__KeyId", instance.SigningKeyId).WithEnvironment("Signing__PrivateKey", builder.AddParameter("signing-key", secret: true));
publisher.WithEnvironment($"Signing__PublicKeys__{instance.SigningKeyId}", builder.AddParameter("signing-public-key"));

// The vault: the Publisher writes what is published into it; Review writes the packs and reads their ticks.
var notes = builder.AddParameter("notes-folder", instance.Data.In("notes"));
publisher
    .WithEnvironment("Publisher__NotesFolder", notes)
    .WithEnvironment("Publisher__PublicUrl", publisher.GetEndpoint("http"))
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = ("/digests", "digests"));
review
    .WithEnvironment("Notes__Folder", notes)
    .WithEnvironment("Notes__Reviewer", "local")
    .WithUrlForEndpoint("http", url => url.DisplayText = "review")
    .WithUrl($"{review.GetEndpoint("http")}/signin?token={localToken}", "sign in")
    .WithCutPackCommand(localToken);

PassOn(collector, "GitHub:Token");
PassOn(summarizer, "Chat:Endpoint", "Chat:Model", "Chat:ApiKey");
PassOn(compliance, "Opinion:Endpoint", "Opinion:Model", "Opinion:ApiKey");

if (settings.GetValue("demo", false))
{
    var upstream = builder.AddProject<Built<Projects.Upstream>>("upstream").WithDirectEndpoint();
    var served = upstream.GetEndpoint("http");
    collector
        .WithEnvironment("Upstreams__GitHub", $"{served}/github/")
        .WithEnvironment("Upstreams__YouTube", $"{served}/youtube/")
        .WithEnvironment("Upstreams__HuggingFace", $"{served}/huggingface/")
        .WithEnvironment("Upstreams__Web", $"{served}/web/")
        .WithEnvironment("Collector__SourcesFile", Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "../samples/sources.yaml")))
        .WaitFor(upstream);
    if (postgres is not null)
    {
        upstream.WithResetCommand(postgres.Resource, instance.Data);
    }
}

await builder.Build().RunAsync();

IResourceBuilder<ProjectResource> AddService<TProject>(string name, int? port = null)
    where TProject : IProjectMetadata, new()
{
    var database = AddDatabase($"{name}db");
    return builder.AddProject<Built<TProject>>(name)
        .WithDirectEndpoint(port)
        .WithUrl("/scalar", "API")
        .WithReference(database)
        .WithMessaging(messaging, instance.BrokerAccounts)
        .WithEnvironment("Auth__LocalToken", localToken)
        .WithEnvironment("Auth__ServiceToken", serviceToken)
        .WithEnvironment("Database__MigrateAtStart", builder.ExecutionContext.IsRunMode ? "true" : "false")
        .WaitFor(database)
        // Not until it is healthy: a service is up before the broker, and its bus connects as soon as that answers.
        .WaitForStart(messaging);
}

IResourceBuilder<IResourceWithConnectionString> AddMessaging()
{
    if (IsConfigured("messaging"))
    {
        return builder.AddConnectionString("messaging");
    }

    var rabbit = builder.AddRabbitMQ("messaging");
    return instance.BrokerAccounts is not { } accounts ? rabbit.WithDataVolume()
        : instance.Servers.AsProcesses ? rabbit.RunAsProcess(instance.Data.In("messaging"), MessagingAccounts.Write(instance.Data, accounts))
        : rabbit.WithDataVolume().WithAccounts(accounts);
}

IResourceBuilder<IResourceWithConnectionString> AddDatabase(string name)
{
    if (IsConfigured(name))
    {
        return builder.AddConnectionString(name);
    }

    var server = postgres ?? builder.AddPostgres("postgres");
    postgres ??= instance.Servers.AsProcesses ? server.RunAsProcess(instance.Data.In("postgres")) : server.WithDataVolume();
    return postgres.AddDatabase(name);
}

bool IsConfigured(string connection) => !string.IsNullOrEmpty(settings.GetConnectionString(connection));

void PassOn(IResourceBuilder<ProjectResource> service, params string[] keys)
{
    foreach (var key in keys.Where(key => !string.IsNullOrEmpty(settings[key])))
    {
        var parameter = builder.AddParameter(key.Replace(":", "-", StringComparison.Ordinal), settings[key]!, secret: true);
        service.WithEnvironment(key.Replace(":", "__", StringComparison.Ordinal), parameter);
    }
}
