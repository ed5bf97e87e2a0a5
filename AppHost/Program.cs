using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using NewsEducator.AppHost;
using NewsEducator.AppHost.Deployment;
using NewsEducator.AppHost.Diagnosis;
using NewsEducator.AppHost.Running;
using NewsEducator.AppHost.Servers;

if (args is [DeploymentSecrets.Argument, .. var given])
{
    return DeploymentSecrets.Write(given);
}

// All of it listens on loopback without TLS, so no development certificate is needed.
var isExamined = args is [Doctor.Argument, ..];
var builder = DistributedApplication.CreateBuilder(
    new DistributedApplicationOptions { Args = Options.Of(isExamined ? args[1..] : args), TrustDeveloperCertificate = false }
);
if (isExamined)
{
    return await Doctor.RunAsync(builder);
}

var settings = builder.Configuration;
settings["DcpPublisher:WaitForResourceCleanup"] = "true";
using var instance = Instance.Claim(builder);

var localToken = builder.AddParameter(KeptSecrets.LocalToken, secret: true);
var serviceToken = builder.AddParameter(KeptSecrets.ServiceToken, secret: true);

IResourceBuilder<PostgresServerResource>? postgres = null;
var messaging = AddMessaging();
var passedOn = new Dictionary<string, IResourceBuilder<ParameterResource>>();

var collector = AddService<Projects.Collector>("collector");
var summarizer = AddService<Projects.Summarizer>("summarizer").WithReference(collector);
var compliance = AddService<Projects.Compliance>("compliance").WithReference(collector);
var review = AddService<Projects.Review>("review", instance.ReviewPort)
    .WithReference(collector)
    .WithReference(compliance)
    .WithReference(summarizer);
var publisher = AddService<Projects.Publisher>("publisher", instance.PublisherPort).WithReference(review).WithReference(summarizer);

// The whitelist is Compliance's; the keys that people make are Review's.
collector.WithReference(compliance).WithReference(review).WithReference(summarizer).WithCollectNowCommand(localToken);
summarizer.WithReference(review).WithReference(compliance);
compliance.WithReference(review);

// Each stage asks the next one whether it has what was sent to it; what Review approves is signed.
review.WithReference(publisher);
publisher.WithReference(compliance);
review
    .WithEnvironment("Signing__KeyId", KeptSecrets.SigningKeyId)
    .WithEnvironment("Signing__PrivateKey", builder.AddParameter(KeptSecrets.SigningKey, secret: true));
publisher.WithEnvironment("Publisher__Webhooks__Key", builder.AddParameter(KeptSecrets.WebhookKey, secret: true));
publisher.WithEnvironment($"Signing__PublicKeys__{KeptSecrets.SigningKeyId}", builder.AddParameter(KeptSecrets.SigningPublicKey));

// The vault: the Publisher writes what is published into it; Review writes the packs and reads their ticks.
var notes = builder.AddParameter("notes-folder", instance.Data.In("notes"));
publisher
    .WithEnvironment("Publisher__NotesFolder", notes)
    .WithEnvironment("Publisher__PublicUrl", publisher.GetEndpoint("http"))
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = ("/digests", "digests"));
review
    .WithEnvironment("Notes__Folder", notes)
    .WithEnvironment("Notes__Reviewer", "local")
    .WithEnvironment("Review__PublicUrl", review.GetEndpoint("http"))
    .WithEnvironment(
        "Review__TraceUrl",
        settings["ASPNETCORE_URLS"] is { Length: > 0 } dashboard ? $"{dashboard.Split(';')[0]}/traces/detail/{{0}}" : ""
    )
    .WithUrlForEndpoint("http", url => url.DisplayText = "review")
    .WithUrl($"{review.GetEndpoint("http")}/signin?token={localToken}", "sign in")
    .WithCutPackCommand(localToken);

PassOn(collector);
PassOn(summarizer);
PassOn(compliance);

if (settings.GetValue("demo", false))
{
    var upstream = builder.AddProject<Projects.Upstream>("upstream").RunAsProgram().WithDirectEndpoint();
    var served = upstream.GetEndpoint("http");
    collector
        .WithEnvironment("Upstreams__GitHub", $"{served}/github/")
        .WithEnvironment("Upstreams__YouTube", $"{served}/youtube/")
        .WithEnvironment("Upstreams__HuggingFace", $"{served}/huggingface/")
        .WithEnvironment("Upstreams__Web", $"{served}/web/")
        .WithEnvironment("Collector__SourcesFile", Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "../samples/sources.yaml")))
        .WaitFor(upstream);
    if (instance.DemoEngine == DemoEngine.Script)
    {
        summarizer.WithEnvironment("Chat__Endpoint", $"{served}/chat/v1").WithEnvironment("Chat__Model", DemoEngines.Script);
    }

    if (postgres is not null)
    {
        upstream.WithResetCommand(postgres.Resource, instance.Data);
    }
}

return await DcpStart.RunAsync(builder.Build());

IResourceBuilder<ProjectResource> AddService<TProject>(string name, int? port = null)
    where TProject : IProjectMetadata, new()
{
    var database = AddDatabase($"{name}db");
    return builder
        .AddProject<TProject>(name)
        .RunAsProgram()
        .WithDirectEndpoint(port)
        .WithUrl("/scalar", "API")
        .WithReference(database)
        .WithMessaging(messaging, instance.BrokerAccounts)
        .WithEnvironment("Auth__LocalToken", localToken)
        .WithEnvironment("Auth__ServiceToken", serviceToken)
        .WithEnvironment("Database__MigrateAtStart", builder.ExecutionContext.IsRunMode ? "true" : "false")
        .WaitFor(database)
        .WaitFor(messaging);
}

IResourceBuilder<IResourceWithConnectionString> AddMessaging()
{
    if (instance.IsConfigured("messaging"))
    {
        return builder.AddConnectionString("messaging");
    }

    var rabbit = builder.AddRabbitMQ("messaging").WithFreshHealthCheck();
    return instance.BrokerAccounts is not { } accounts ? rabbit.WithDataVolume()
        : instance.Servers.AsProcesses
            ? rabbit.RunAsProcess(instance.Data.In("messaging"), MessagingAccounts.Write(instance.Data, accounts))
        : rabbit.WithDataVolume().WithAccounts(accounts);
}

IResourceBuilder<IResourceWithConnectionString> AddDatabase(string name)
{
    if (instance.IsConfigured(name))
    {
        return builder.AddConnectionString(name);
    }

    var server = postgres ?? builder.AddPostgres("postgres");
    postgres ??= instance.Servers.AsProcesses ? server.RunAsProcess(instance.Data.In("postgres")) : server.WithDataVolume();
    return postgres.AddDatabase(name);
}

void PassOn(IResourceBuilder<ProjectResource> service)
{
    foreach (var key in PassedOnSettings.Keys[service.Resource.Name].Where(key => !string.IsNullOrEmpty(settings[key])))
    {
        if (!passedOn.TryGetValue(key, out var parameter))
        {
            parameter = builder.AddParameter(key.Replace(":", "-", StringComparison.Ordinal), settings[key]!, secret: true);
            passedOn[key] = parameter;
        }

        service.WithEnvironment(PassedOnSettings.Variable(key), parameter);
    }
}
