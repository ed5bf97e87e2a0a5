using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);
var settings = builder.Configuration;

// Everything that one instance keeps lies under this folder; with another folder and other ports a second one runs beside it.
var data = Path.GetFullPath(settings["data"] ?? settings["NEWSEDUCATOR_DATA"] ?? Path.Combine(builder.AppHostDirectory, "../.data"));
settings["data"] = data;

// The collector's own default follows the processor's cache and lets five small services keep hundreds of megabytes of garbage. Hexadecimal bytes.
const string Gen0Size = "400000";

var localToken = builder.AddParameter("local-token", new GenerateParameterDefault { MinLength = 40, Special = false }, secret: true, persist: true);
var serviceToken = builder.AddParameter("service-token", new GenerateParameterDefault { MinLength = 40, Special = false }, secret: true, persist: true);

IResourceBuilder<PostgresServerResource>? postgres = null;
var messaging = IsConfigured("messaging") ? builder.AddConnectionString("messaging") : builder.AddRabbitMQ("messaging");

var collector = AddService<Projects.Collector>("collector");
var summarizer = AddService<Projects.Summarizer>("summarizer").WithReference(collector);
var compliance = AddService<Projects.Compliance>("compliance").WithReference(collector);
var review = AddService<Projects.Review>("review", Port("review-port", 5080)).WithReference(collector).WithReference(compliance);
var publisher = AddService<Projects.Publisher>("publisher", Port("publisher-port", 5090));

// The vault: the Publisher writes what is published into it, Review the packs, and takes ticks from them.
var notes = builder.AddParameter("notes-folder", Path.Combine(data, "notes"));
publisher
    .WithEnvironment("Publisher__NotesFolder", notes)
    .WithEnvironment("Publisher__PublicUrl", publisher.GetEndpoint("http"))
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = ("/digests", "digests"));
review
    .WithEnvironment("Notes__Folder", notes)
    .WithEnvironment("Notes__Reviewer", "local")
    .WithUrlForEndpoint("http", url => url.DisplayText = "review")
    .WithUrl($"{review.GetEndpoint("http")}/signin?token={localToken}", "sign in");

PassOn(collector, "GitHub:Token");
PassOn(summarizer, "Chat:Endpoint", "Chat:Model", "Chat:ApiKey");
PassOn(compliance, "Opinion:Endpoint", "Opinion:Model", "Opinion:ApiKey");

if (settings.GetValue("demo", false))
{
    var upstream = builder.AddProject<Projects.Upstream>("upstream").WithHttpEndpoint(name: "http").WithHttpHealthCheck("/health");
    var served = upstream.GetEndpoint("http");
    collector
        .WithEnvironment("Upstreams__GitHub", $"{served}/github/")
        .WithEnvironment("Upstreams__YouTube", $"{served}/youtube/")
        .WithEnvironment("Upstreams__HuggingFace", $"{served}/huggingface/")
        .WithEnvironment("Collector__SourcesFile", Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "../samples/sources.yaml")))
        .WaitFor(upstream);
}

builder.Build().Run();

IResourceBuilder<ProjectResource> AddService<TProject>(string name, int? port = null)
    where TProject : IProjectMetadata, new()
{
    var database = AddDatabase($"{name}db");
    var migrations = builder.AddProject<TProject>($"{name}-migrations")
        .WithArgs("migrate")
        .WithReference(database)
        .WithReference(messaging)
        .WaitFor(database);
    return builder.AddProject<TProject>(name)
        .WithHttpEndpoint(port, name: "http")
        .WithHttpHealthCheck("/health")
        .WithReference(database)
        .WithReference(messaging)
        .WithEnvironment("Auth__LocalToken", localToken)
        .WithEnvironment("DOTNET_GCgen0size", Gen0Size)
        .WithEnvironment("Auth__ServiceToken", serviceToken)
        .WaitForCompletion(migrations)
        .WaitFor(messaging);
}

IResourceBuilder<IResourceWithConnectionString> AddDatabase(string name) => IsConfigured(name)
    ? builder.AddConnectionString(name)
    : (postgres ??= builder.AddPostgres("postgres").WithDataVolume()).AddDatabase(name);

int Port(string option, int usual)
{
    if (string.IsNullOrEmpty(settings[option]) || int.TryParse(settings[option], out usual) && usual is > 0 and <= 65535)
    {
        return usual;
    }

    Console.Error.WriteLine($"error: --{option} {settings[option]} is no port: give a number from 1 to 65535.");
    Environment.Exit(1);
    return usual;
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
