using System.Text.RegularExpressions;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>What a review of the code looked for once, looked for with each build.</summary>
public sealed partial class CodeRulesTests
{
    private static readonly string[] Shipped = ["AppHost", "ServiceDefaults", "contracts", "services"];

    [Fact]
    public void Sql_is_never_put_together_from_texts() =>
        FilesWith(TextAsSql())
            .ShouldBe(
                ["ServiceDefaults/Messaging/ClaimedMessages.cs", "services/Review/Live/ListenForChanges.cs"],
                "they name columns and a channel, which are constants and cannot be parameters"
            );

    [Fact]
    public void What_nobody_may_guess_comes_from_the_systems_random_numbers()
    {
        // Both spread pauses, which anybody may guess.
        FilesWith(GuessableNumber()).ShouldBe(["ServiceDefaults/Messaging/Jitter.cs", "services/Publisher/Webhooks/DeliverEvent.cs"]);
        FilesWith(SystemsNumber()).ShouldContain("AppHost/Running/KeptSecrets.cs");
    }

    [Fact]
    public void Tokens_and_signatures_are_compared_in_constant_time() =>
        FilesWith(ConstantTime())
            .ShouldBe(["ServiceDefaults/Security/ConfiguredTokenStore.cs", "services/Collector/Hooks/ReceiveGitHubHook.cs"]);

    [Fact]
    public void Packages_are_restored_as_they_are_locked()
    {
        foreach (var script in new[] { "test", "tools/audit", ".devcontainer/devcontainer.json" })
        {
            var restores = File.ReadAllLines(Repository.In(script))
                .Where(line => line.Contains("dotnet restore NewsEducator.sln", StringComparison.Ordinal));
            restores.ShouldNotBeEmpty(script);
            restores.ShouldAllBe(line => line.Contains("--locked-mode", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> FilesWith(Regex pattern) =>
        Shipped
            .SelectMany(folder => Directory.EnumerateFiles(Repository.In(folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "Migrations"))
            .Where(file => pattern.IsMatch(File.ReadAllText(Repository.In(file))))
            .Order(StringComparer.Ordinal);

    // FromSqlRaw(…), new NpgsqlCommand($"…"), command.CommandText = $"…"
    [GeneratedRegex("""\b(FromSql|ExecuteSql|SqlQuery)Raw|(Command\(|CommandText\s*=)\s*\$""")]
    private static partial Regex TextAsSql();

    [GeneratedRegex(@"\bCryptographicOperations\.FixedTimeEquals\(")]
    private static partial Regex ConstantTime();

    [GeneratedRegex(@"\bnew Random\(|\bRandom\.Shared\b")]
    private static partial Regex GuessableNumber();

    [GeneratedRegex(@"\bRandomNumberGenerator\.")]
    private static partial Regex SystemsNumber();
}
