namespace NewsEducator.EndToEnd.Tests;

/// <summary>After a day, and after tokens were typed, shown and refused.</summary>
[Collection(DemoDayCollection.Name)]
public sealed class SecretTests(DemoDay day)
{
    [Fact]
    public async Task No_log_and_no_telemetry_holds_a_secret()
    {
        day.Secrets.Keys.ShouldBe(
            ["local-token", "service-token", "postgres-password", "messaging-password", "webhook-key", "signing-key"],
            ignoreOrder: true
        );
        day.Secrets.Values.ShouldAllBe(secret => secret.Length >= 40);
        var lines = await day.LoggedAsync();
        foreach (var service in new[] { "collector", "summarizer", "compliance", "review", "publisher" })
        {
            lines.Count(line => line.StartsWith($"{service}: ", StringComparison.Ordinal)).ShouldBeGreaterThan(10, service);
        }

        day.Traces.Requests.ShouldBeGreaterThan(10);

        foreach (var (name, secret) in day.Secrets)
        {
            lines.Where(line => line.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty(name);
        }

        day.Traces.Leaks.ShouldBeEmpty();
    }
}
