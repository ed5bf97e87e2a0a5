using NewsEducator.Collector;
using NewsEducator.Collector.Data;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Policies;
using NewsEducator.Fuzzing.Inputs;
using NewsEducator.Publisher;
using NewsEducator.Publisher.Data;
using NewsEducator.Review;
using NewsEducator.Review.Data;
using NewsEducator.Testing;

namespace NewsEducator.Fuzzing.Services;

/// <summary>The APIs and open pages of the services: each needs PostgreSQL and RabbitMQ, which are started with it.</summary>
internal static class ServiceTargets
{
    private static readonly Dictionary<string, Func<Task<RunningService>>> Starts = new()
    {
        ["api-collector"] = async () =>
            await new FuzzedService<CollectorOptions, CollectorDb>(
                await ServiceHome.NewAsync<CollectorDb>(),
                [("GitHub:WebhookSecret", GitHubSignature.Secret), ("Collector:PollCheck", "1.00:00:00")]
            ).StartAsync(),
        ["api-compliance"] = async () =>
            await new FuzzedService<ComplianceOptions, ComplianceDb>(await ServiceHome.NewAsync<ComplianceDb>(), []).StartAsync(),
        ["api-publisher"] = async () =>
            await new FuzzedService<PublisherOptions, PublisherDb>(
                await ServiceHome.NewAsync<PublisherDb>(),
                [
                    ("Publisher:PublicUrl", "https://news.example"),
                    ("Publisher:Webhooks:Key", "a key of the tests for secrets of webhooks"),
                    ($"Signing:PublicKeys:{TestSigning.KeyId}", TestSigning.Public),
                ]
            ).StartAsync(),
        ["api-review"] = async () =>
            await new FuzzedService<ReviewOptions, ReviewDb>(
                await ServiceHome.NewAsync<ReviewDb>(),
                [
                    ("RateLimit:Burst", "1000000"),
                    ("Review:AnswerWithin", "00:00:00"),
                    ("Signing:KeyId", TestSigning.KeyId),
                    ("Signing:PrivateKey", TestSigning.Private),
                ]
            ).StartAsync(),
    };

    public static IEnumerable<string> Names => Starts.Keys;

    /// <returns>The target, and the service that it asks.</returns>
    public static async Task<(FuzzTarget Target, RunningService Service)> StartAsync(string name)
    {
        var service = await Starts[name]();
        var grammar = new Grammar([.. service.Endpoints.SelectMany(ApiRequests.Of).Distinct()], ApiRequests.Words);
        return (new FuzzTarget(name, grammar.Texts(), request => ApiCheck.Ask(service, request)) { Limits = Limits.OfService }, service);
    }
}
