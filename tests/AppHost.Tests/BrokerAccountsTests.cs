using System.Text.RegularExpressions;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>
/// A service's broker account allows the messages that the contracts say it publishes and its consumers take, and no others: a message
/// that is missing here would be refused by the broker at run time.
/// </summary>
public sealed partial class BrokerAccountsTests
{
    [Theory]
    [InlineData("Collector")]
    [InlineData("Summarizer")]
    [InlineData("Compliance")]
    [InlineData("Review")]
    [InlineData("Publisher")]
    public void An_account_allows_what_its_service_publishes_and_consumes(string service)
    {
        var allowed = Account(service.ToLowerInvariant()).Match(File.ReadAllText(Repository.In("AppHost/Servers/BrokerAccounts.cs")));

        Names()
            .Matches(allowed.Groups["publishes"].Value)
            .Select(name => name.Groups[1].Value)
            .ShouldBe(PublishedBy(service), ignoreOrder: true);
        Names()
            .Matches(allowed.Groups["consumes"].Value)
            .Select(name => name.Groups[1].Value)
            .ShouldBe(ConsumedBy(service), ignoreOrder: true);
    }

    [Fact]
    public void Each_message_says_who_publishes_and_consumes_it() => Messages().ShouldAllBe(message => message.Publishers.Length > 0);

    private static List<string> PublishedBy(string service) =>
        [.. Messages().Where(message => message.Publishers.Contains(service)).Select(message => message.Name)];

    private static List<string> ConsumedBy(string service)
    {
        var contracts = Messages().Select(message => message.Name).ToHashSet();
        return
        [
            .. Directory
                .EnumerateFiles(Repository.In($"services/{service}"), "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => Consumers().Matches(File.ReadAllText(file)))
                .Select(consumer => consumer.Groups[1].Value)
                .Where(contracts.Contains)
                .Distinct(),
        ];
    }

    private static List<(string Name, string Publishers)> Messages() =>
        [
            .. Directory
                .EnumerateFiles(Repository.In("contracts/Messages"), "*.cs")
                .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Text: File.ReadAllText(file)))
                .Where(file => file.Text.Contains($"record {file.Name}", StringComparison.Ordinal))
                .Select(file => (file.Name, Publishers().Match(file.Text).Groups[1].Value)),
        ];

    // ["collector"] = (["ItemCollected"], ["ItemSkipped"])
    private static Regex Account(string service) => new($"""\["{service}"\] = \(\s*\[(?<publishes>[^\]]*)\],\s*\[(?<consumes>[^\]]*)\]""");

    [GeneratedRegex(
        """
            "(\w+)"
            """
    )]
    private static partial Regex Names();

    [GeneratedRegex(@"IConsumer<(\w+)>")]
    private static partial Regex Consumers();

    // Published by: Publisher. Consumed by: Review, Compliance.
    [GeneratedRegex(@"Published by: ([^.]*)\.")]
    private static partial Regex Publishers();
}
