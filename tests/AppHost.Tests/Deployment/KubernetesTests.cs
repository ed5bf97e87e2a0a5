using System.Globalization;
using System.Text.Json.Nodes;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>deploy/kubernetes gives each service what the AppHost's manifest gives it, in both overlays.</summary>
public sealed class KubernetesTests(Manifest manifest, WrittenSecrets secrets) : IClassFixture<Manifest>, IClassFixture<WrittenSecrets>
{
    private static readonly string[] OfTheDeployment = ["Secrets__Folder", "Chat__Endpoint", "Chat__Model", "Proxy__Networks__0"];

    public static TheoryData<string> Overlays => ["small", "production"];

    [Theory]
    [MemberData(nameof(Overlays))]
    public void A_service_has_the_settings_of_the_manifest(string overlay)
    {
        var objects = Kustomized.Objects(overlay);

        objects.Of("Deployment").Select(Kustomized.NameOf).ShouldBe(manifest.Services, ignoreOrder: true);
        foreach (var service in manifest.Services)
        {
            var given = Settings(objects, service)
                .Keys.Concat(secrets.Of(service))
                .Where(name => name.Contains("__", StringComparison.Ordinal));
            given.Except(OfTheDeployment).ShouldBe(manifest.SettingsOf(service).Keys, ignoreOrder: true, service);
        }
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Neighbours_are_found_and_let_in_and_nobody_else_is(string overlay)
    {
        var objects = Kustomized.Objects(overlay);

        foreach (var service in manifest.Services)
        {
            objects.Named("Service", service)["spec"]!["ports"]![0]!["port"].Text().ShouldBe("8080");
            manifest
                .NeighboursOf(service)
                .ShouldAllBe(neighbour => Settings(objects, service)[$"services__{neighbour}__http__0"] == $"http://{neighbour}:8080");
            var callers = objects.Named("NetworkPolicy", $"to-{service}")["spec"]!["ingress"]![0]!["from"]!.AsArray();
            callers
                .Select(from => from!["podSelector"]!["matchLabels"]!["app"].Text())
                .ShouldBe(manifest.Services.Where(caller => manifest.NeighboursOf(caller).Contains(service)), ignoreOrder: true, service);
        }
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void A_pod_is_probed_limited_not_root_and_stops_in_time(string overlay)
    {
        var objects = Kustomized.Objects(overlay);

        foreach (var service in manifest.Services)
        {
            var pod = objects.Named("Deployment", service)["spec"]!["template"]!["spec"]!;
            var container = pod["containers"]!.AsArray().ShouldHaveSingleItem()!;
            new[] { "startupProbe", "livenessProbe", "readinessProbe" }.ShouldAllBe(probe => container[probe] != null);
            container["resources"]!["requests"]!["memory"].ShouldNotBeNull();
            container["resources"]!["limits"]!["memory"].ShouldNotBeNull();
            container["securityContext"]!["readOnlyRootFilesystem"].Text().ShouldBe("true");
            pod["securityContext"]!["runAsNonRoot"].Text().ShouldBe("true");
            // Traffic leaves first, then the host has its time, then a little is left.
            var drain =
                Number(container["lifecycle"]!["preStop"]!["sleep"]!["seconds"])
                + Number(Settings(objects, service)["DOTNET_SHUTDOWNTIMEOUTSECONDS"]);
            Number(pod["terminationGracePeriodSeconds"]).ShouldBeGreaterThan(drain);
            objects.Named("PodDisruptionBudget", service)["spec"]!["selector"]!["matchLabels"]!["app"].Text().ShouldBe(service);
        }
    }

    /// <summary>The longest job is a long source, read in parts, then written in so many attempts; the defaults of
    /// <c>Chat:…</c>.</summary>
    [Fact]
    public void A_summarizer_that_stops_finishes_its_longest_job()
    {
        var options = File.ReadAllText(Repository.In("services/Summarizer/Chat/ChatEngineOptions.cs"));
        options.ShouldContain("TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);");
        options.ShouldContain("MaxAttempts { get; set; } = 3;");
        options.ShouldContain("MaxParts { get; set; } = 8;");
        var longest = TimeSpan.FromMinutes(1) * (8 + 3);

        var given = Number(Settings(Kustomized.Objects("small"), "summarizer")["DOTNET_SHUTDOWNTIMEOUTSECONDS"]);

        TimeSpan.FromSeconds(given).ShouldBeGreaterThan(longest);
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Each_database_is_migrated_by_a_job_of_the_version_that_is_rolled_out(string overlay)
    {
        var (objects, jobs) = (Kustomized.Objects(overlay), Kustomized.Objects($"{overlay}/migrations"));

        objects.Of("Database").Select(database => database["spec"]!["name"].Text()).ShouldBe(manifest.Databases, ignoreOrder: true);
        jobs.Count.ShouldBe(manifest.Services.Count);
        foreach (var service in manifest.Services)
        {
            var job = jobs.Named("Job", $"migrate-{service}")["spec"]!["template"]!["spec"]!;
            job["containers"]![0]!["args"]![0].Text().ShouldBe("migrate");
            job["containers"]![0]!
                ["image"]
                .Text()
                .ShouldBe(objects.Named("Deployment", service)["spec"]!["template"]!["spec"]!["containers"]![0]!["image"].Text());
            SecretOf(job).ShouldBe(service);
        }
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void What_takes_messages_scales_by_its_queues_and_never_to_nothing(string overlay)
    {
        var objects = Kustomized.Objects(overlay);
        var secret = objects.Of("TriggerAuthentication").Single()["spec"]!["secretTargetRef"]![0]!;

        secrets.Of(secret["name"].Text()).ShouldContain(secret["key"].Text());
        objects.Of("ScaledObject").Select(Kustomized.NameOf).ShouldBe(["compliance", "summarizer"], ignoreOrder: true);
        foreach (var scaled in objects.Of("ScaledObject").Select(each => each["spec"]!))
        {
            Number(scaled["minReplicaCount"]).ShouldBeGreaterThanOrEqualTo(1);
            var trigger = scaled["triggers"]![0]!["metadata"]!;
            trigger["protocol"].Text().ShouldBe("http");
            trigger["queueName"].Text().ShouldBe($"^{scaled["scaleTargetRef"]!["name"].Text()}-");
        }
    }

    /// <summary>While a version is rolled out there is one replica more of each service.</summary>
    [Theory]
    [MemberData(nameof(Overlays))]
    public void The_pools_of_all_replicas_fit_into_the_server(string overlay)
    {
        var objects = Kustomized.Objects(overlay);
        var most = objects
            .Of("ScaledObject")
            .ToDictionary(
                scaled => scaled["spec"]!["scaleTargetRef"]!["name"].Text(),
                scaled => Number(scaled["spec"]!["maxReplicaCount"])
            );

        var replicas = objects
            .Of("Deployment")
            .Sum(service =>
                most.GetValueOrDefault(Kustomized.NameOf(service), Number(service["spec"]!["replicas"]))
                + Number(service["spec"]!["strategy"]!["rollingUpdate"]!["maxSurge"])
            );

        ConnectionPool.ShouldFit(
            replicas,
            Number(objects.Of("Cluster").Single()["spec"]!["postgresql"]!["parameters"]!["max_connections"])
        );
    }

    [Fact]
    public void All_secrets_that_are_referred_to_are_made()
    {
        var made = Yaml.Read(Kustomized.Run(Repository.In("deploy/kubernetes/secrets"), secrets.Path, "news-educator"));
        var objects = Kustomized.Objects("production");

        objects
            .Of("Deployment")
            .Select(deployment => SecretOf(deployment["spec"]!["template"]!["spec"]!))
            .Concat(
                objects.Of("Cluster").Single()["spec"]!["managed"]!["roles"]!
                    .AsArray()
                    .Select(role => role!["passwordSecret"]!["name"].Text())
            )
            .Concat(["messaging", "scaler"])
            .ShouldBe(made.Select(Kustomized.NameOf), ignoreOrder: true);
        made.Named("Secret", "review")["data"]!.AsObject().Select(file => file.Key).ShouldBe(secrets.Of("review"), ignoreOrder: true);
    }

    private static Dictionary<string, string> Settings(IReadOnlyList<JsonObject> objects, string service)
    {
        var container = objects.Named("Deployment", service)["spec"]!["template"]!["spec"]!["containers"]![0]!;
        var all = container["envFrom"]!
            .AsArray()
            .SelectMany(from => objects.Named("ConfigMap", from!["configMapRef"]!["name"].Text())["data"]!.AsObject())
            .ToDictionary(setting => setting.Key, setting => setting.Value.Text());
        foreach (var variable in container["env"]!.AsArray())
        {
            var reference = variable!["valueFrom"]?["configMapKeyRef"];
            all[variable["name"].Text()] = reference is null
                ? variable["value"].Text()
                : objects.Named("ConfigMap", reference["name"].Text())["data"]![reference["key"].Text()]?.Text() ?? Optional(reference);
        }

        return all;
    }

    private static string Optional(JsonNode reference)
    {
        reference["optional"].Text().ShouldBe("true", $"nothing sets {reference["key"]}");
        return "";
    }

    private static string SecretOf(JsonNode pod) =>
        pod["volumes"]!.AsArray().Single(volume => volume!["secret"] is not null)!["secret"]!["secretName"].Text();

    private static int Number(JsonNode? node) => int.Parse(node.Text(), CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
