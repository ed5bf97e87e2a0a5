using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests.Upstreams;

/// <summary>Whoever writes a source finds its kind where sources are explained.</summary>
public sealed class ConnectorGuideTests
{
    [Theory]
    [InlineData("docs/connectors.md", "| `", "`")]
    [InlineData("services/Collector/sources.yaml", "#   ", "")]
    public async Task Every_kind_of_source_is_explained(string file, string before, string after)
    {
        await using var upstream = await ConnectedUpstream.StartAsync();
        var lines = await File.ReadAllLinesAsync(Repository.In(file), TestContext.Current.CancellationToken);

        upstream.Names.Where(name => !lines.Any(line => Explains(line, $"{before}{name}{after}"))).ShouldBeEmpty($"{file} lacks them");
    }

    private static bool Explains(string line, string name) =>
        line.StartsWith(name, StringComparison.Ordinal) && (line.Length == name.Length || line[name.Length] == ' ');
}
