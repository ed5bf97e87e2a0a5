using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsEducator.AppHost.Servers;

/// <summary>The broker's users: the operator, one for each service, one for all subscribers and one for the scaler; none has more than it
/// needs.</summary>
internal sealed class BrokerAccounts(string operatorPassword)
{
    public const string Operator = "guest";
    public const string Subscriber = "subscriber";

    /// <summary>Reads the lengths of queues over HTTP and no message.</summary>
    public const string Monitor = "monitor";
    private const string Nothing = "^$";
    private const string PublicExchange = @"news-educator\.digests";
    private const string ReplayExchange = @"news-educator\.replays";
    private const string SubscriberQueue = @"sub\..*";

    // What a service publishes and consumes. A message of its own, which no other service sees, is in its namespace.
    private static readonly Dictionary<string, (string[] Publishes, string[] Consumes)> Services = new()
    {
        ["collector"] = (
            ["ItemCollected", "ItemDropped", "ItemRevisited", "ItemWithdrawn", "SourceChecked", "SourceFailed", "SourceWentQuiet"],
            ["ItemSkipped", "ItemSubmitted", "RevisitRequested", "SourceCheckRequested"]
        ),
        ["summarizer"] = (["ItemSummarized", "SummaryPostponed"], ["ItemCollected", "SummaryPostponed"]),
        ["compliance"] = (
            ["ItemScreened", "EvidenceLost", "RevisitRequested"],
            [
                "ItemSummarized",
                "CandidateEdited",
                "CandidateReturned",
                "ItemApproved",
                "ItemSkipped",
                "ItemRevisited",
                "ItemWithdrawn",
                "PackPublished",
                "ItemRevised",
            ]
        ),
        ["review"] = (
            [
                "ItemApproved",
                "ItemSkipped",
                "VerificationOpened",
                "PackReleased",
                "ItemSubmitted",
                "CandidateEdited",
                "CandidateReturned",
                "CorrectionApproved",
                "WithdrawalApproved",
                "PackAwaitsReview",
                "SourceCheckRequested",
            ],
            [
                "ItemScreened",
                "ItemDropped",
                "ItemWithdrawn",
                "SourceChecked",
                "PackPublished",
                "EvidenceLost",
                "ErrorReported",
                "ItemRevised",
            ]
        ),
        ["publisher"] = (
            ["PackPublished", "ErrorReported", "ItemRevised"],
            ["ItemApproved", "PackReleased", "CorrectionApproved", "WithdrawalApproved", "PackAwaitsReview"]
        ),
    };

    /// <summary>All services, by name.</summary>
    public static IEnumerable<string> ServiceNames => Services.Keys;

    public string PasswordOf(string user) => user == Operator ? operatorPassword : DerivedPassword.Of(operatorPassword, user);

    /// <returns>The broker's address for another user.</returns>
    public string AddressFor(string user, string address) =>
        new UriBuilder(address) { UserName = user, Password = Uri.EscapeDataString(PasswordOf(user)) }.Uri.AbsoluteUri.TrimEnd('/');

    /// <summary>What the broker loads as it starts; passwords are salted hashes.</summary>
    public string Definitions() =>
        JsonSerializer.Serialize(
            new
            {
                vhosts = new[] { new { name = "/" } },
                users = Services
                    .Keys.Append(Subscriber)
                    .Select(user => UserOf(user))
                    .Prepend(UserOf(Operator, "administrator"))
                    .Append(UserOf(Monitor, "monitoring")),
                permissions = Services
                    .Select(service => PermissionsOf(service.Key, service.Value.Publishes, service.Value.Consumes))
                    .Prepend(
                        Permission(Subscriber, @"^(amq\.gen|sub\.).*", @"^(amq\.gen|sub\.).*", $@"^((amq\.gen|sub\.).*|{PublicExchange})$")
                    )
                    .Prepend(Permission(Operator, ".*", ".*", ".*"))
                    .Append(Permission(Monitor, Nothing, Nothing, Nothing)),
            }
        );

    private object UserOf(string name, params string[] tags) =>
        new
        {
            name,
            password_hash = HashOf(PasswordOf(name)),
            hashing_algorithm = "rabbit_password_hashing_sha256",
            tags,
        };

    private static object PermissionsOf(string service, string[] publishes, string[] consumes)
    {
        var own = $@"{service}-.*|NewsEducator\.{char.ToUpperInvariant(service[0])}{service[1..]}\..*";
        // Reading an exchange means binding a queue to it: to write to a queue allows that, and not to publish to it.
        var (toPublic, toQueues) = service == "publisher" ? ($"|{PublicExchange}|{ReplayExchange}", $"|{SubscriberQueue}") : ("", "");
        return Permission(
            service,
            $"^({own}|{Exchanges([.. publishes, .. consumes])}{toPublic})$",
            $"^({own}|{Exchanges(publishes)}{toPublic}{toQueues})$",
            $"^({own}|{Exchanges(consumes)}{toPublic})$"
        );
    }

    private static string Exchanges(string[] messages) => $@"NewsEducator\.Contracts:({string.Join('|', messages.Distinct())})";

    private static object Permission(string user, string configure, string write, string read) =>
        new
        {
            user,
            vhost = "/",
            configure,
            write,
            read,
        };

    /// <summary>RabbitMQ's own form: a salt of four bytes, then SHA-256 of salt and password.</summary>
    private static string HashOf(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(4);
        return Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])]);
    }
}
