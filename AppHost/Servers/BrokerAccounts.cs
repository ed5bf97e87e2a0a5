using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsEducator.AppHost.Servers;

/// <summary>The broker's users: the operator, one for each service and one for all subscribers, each with no more than it needs.</summary>
internal sealed class BrokerAccounts(string operatorPassword)
{
    public const string Operator = "guest";
    public const string Subscriber = "subscriber";
    private const string PublicExchange = @"news-educator\.digests";

    // What a service publishes and consumes. A message of its own, which no other service sees, is in its namespace.
    private static readonly Dictionary<string, (string[] Publishes, string[] Consumes)> Services = new()
    {
        ["collector"] = (["ItemCollected", "ItemDropped", "ItemRevisited", "ItemWithdrawn", "SourceFailed", "SourceWentQuiet"], ["ItemSkipped", "ItemSubmitted", "RevisitRequested"]),
        ["summarizer"] = (["ItemSummarized", "SummaryPostponed"], ["ItemCollected", "SummaryPostponed"]),
        ["compliance"] = (
            ["ItemScreened", "EvidenceLost", "RevisitRequested"],
            ["ItemSummarized", "CandidateEdited", "CandidateReturned", "ItemApproved", "ItemSkipped", "ItemRevisited", "ItemWithdrawn", "PackPublished"]),
        ["review"] = (
            ["ItemApproved", "ItemSkipped", "VerificationOpened", "PackReleased", "ItemSubmitted", "CandidateEdited", "CandidateReturned"],
            ["ItemScreened", "ItemDropped", "ItemWithdrawn", "PackPublished"]),
        ["publisher"] = (["PackPublished"], ["ItemApproved", "PackReleased"]),
    };

    /// <summary>Derived, so that there is one secret to keep.</summary>
    public string PasswordOf(string user) => user == Operator
        ? operatorPassword
        : Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(operatorPassword), Encoding.UTF8.GetBytes(user)));

    /// <returns>The broker's address for another user.</returns>
    public string AddressFor(string user, string address) =>
        new UriBuilder(address) { UserName = user, Password = Uri.EscapeDataString(PasswordOf(user)) }.Uri.AbsoluteUri.TrimEnd('/');

    /// <summary>What the broker loads as it starts; passwords are salted hashes.</summary>
    public string Definitions() => JsonSerializer.Serialize(new
    {
        vhosts = new[] { new { name = "/" } },
        users = Services.Keys.Append(Subscriber).Select(user => UserOf(user)).Prepend(UserOf(Operator, "administrator")),
        permissions = Services.Select(service => PermissionsOf(service.Key, service.Value.Publishes, service.Value.Consumes))
            .Prepend(Permission(Subscriber, @"^(amq\.gen|sub\.).*", @"^(amq\.gen|sub\.).*", $@"^((amq\.gen|sub\.).*|{PublicExchange})$"))
            .Prepend(Permission(Operator, ".*", ".*", ".*")),
    });

    private object UserOf(string name, params string[] tags) =>
        new { name, password_hash = HashOf(PasswordOf(name)), hashing_algorithm = "rabbit_password_hashing_sha256", tags };

    private static object PermissionsOf(string service, string[] publishes, string[] consumes)
    {
        var own = $@"{service}-.*|NewsEducator\.{char.ToUpperInvariant(service[0])}{service[1..]}\..*";
        var toPublic = service == "publisher" ? $"|{PublicExchange}" : "";
        return Permission(
            service,
            $"^({own}|{Exchanges([.. publishes, .. consumes])}{toPublic})$",
            $"^({own}|{Exchanges(publishes)}{toPublic})$",
            $"^({own}|{Exchanges(consumes)})$");
    }

    private static string Exchanges(string[] messages) => $@"NewsEducator\.Contracts:({string.Join('|', messages.Distinct())})";

    private static object Permission(string user, string configure, string write, string read) => new { user, vhost = "/", configure, write, read };

    /// <summary>RabbitMQ's own form: a salt of four bytes, then SHA-256 of salt and password.</summary>
    private static string HashOf(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(4);
        return Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])]);
    }
}
