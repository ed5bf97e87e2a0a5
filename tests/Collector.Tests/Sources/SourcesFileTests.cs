using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.GitHub;
using NewsEducator.Collector.Connectors.HuggingFace;
using NewsEducator.Collector.Connectors.YouTube;
using NewsEducator.Collector.Sources;

namespace NewsEducator.Collector.Tests.Sources;

public sealed class SourcesFileTests
{
    // Names and targets are asked for only; nothing is fetched.
    private static readonly ConnectorCatalog Connectors = new([
        new GitHubIssues(null!),
        new YouTubeVideos(null!, null!, TimeProvider.System),
        new HuggingFacePapers(null!),
        new HuggingFaceDiscussions(null!),
    ]);

    [Fact]
    public void Each_kind_has_its_own_target_and_an_interval_of_its_own()
    {
        var content = SourcesFile.Read(
            """
            - id: ledger-issues
              kind: github-issues
              repository: northwind-labs/ledger
              interval: 90s
            - id: ops-room
              kind: youtube-channel
              channel: UC8butISFwT-Wl7EV0hUK0BQ
              enabled: false
            - id: papers
              kind: huggingface-papers
              interval: 1d
            """,
            Connectors
        );
        content.Errors.ShouldBeEmpty();
        content.Sources.ShouldBe([
            new("ledger-issues", new("github-issues", "northwind-labs/ledger", TimeSpan.FromSeconds(90), Enabled: true)),
            new("ops-room", new("youtube-channel", "UC8butISFwT-Wl7EV0hUK0BQ", TimeSpan.FromMinutes(15), Enabled: false)),
            new("papers", new("huggingface-papers", "", TimeSpan.FromDays(1), Enabled: true)),
        ]);
    }

    [Fact]
    public void All_errors_are_told_at_once_with_line_and_field_and_nothing_is_read()
    {
        var content = SourcesFile.Read(
            """
            - id: Ledger Issues
              kind: github-issues
              repository: https://github.com/northwind-labs/ledger
            - id: twice
              kind: rss
            - id: twice
              kind: huggingface-papers
              channel: UC1
              interval: soon
            - just text
            """,
            Connectors
        );
        content.Sources.ShouldBeEmpty();
        content
            .Errors.Select(PlaceOf)
            .ShouldBe(
                ["line 1: id", "line 3: repository", "line 5: kind", "line 6: id", "line 8: channel", "line 9: interval", "line 10"],
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData("- id: [")]
    [InlineData("sources: 3")]
    [InlineData("- id: a\n  kind: {b\n-")]
    [InlineData("#\n- :")]
    [InlineData("- &a [*a]")]
    [InlineData("? &a {*a : b}\n: c")]
    public void What_is_no_list_of_sources_is_an_error_with_its_line(string yaml) =>
        SourcesFile.Read(yaml, Connectors).Errors.ShouldHaveSingleItem().ShouldStartWith("line ");

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Nesting_without_end_is_an_error_and_not_the_end_of_the_service(char opening) =>
        SourcesFile.Read(new string(opening, 200_000), Connectors).Errors.ShouldHaveSingleItem().ShouldStartWith("line 1: ");

    [Fact]
    public void An_alias_stands_for_a_value()
    {
        var content = SourcesFile.Read(
            "- id: a\n  kind: &k huggingface-papers\n  interval: &i 2h\n- id: b\n  kind: *k\n  interval: *i\n",
            Connectors
        );
        content.Errors.ShouldBeEmpty();
        content.Sources[1].Settings.ShouldBe(content.Sources[0].Settings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("[]")]
    public void An_empty_file_has_no_sources_and_no_errors(string yaml)
    {
        var content = SourcesFile.Read(yaml, Connectors);
        content.Errors.ShouldBeEmpty();
        content.Sources.ShouldBeEmpty();
    }

    [Fact]
    public void The_file_that_is_shipped_is_right()
    {
        var content = SourcesFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sources.yaml")), Connectors);
        content.Errors.ShouldBeEmpty();
        content.Sources.Select(source => source.Settings.Kind).Distinct().Count().ShouldBe(4);
    }

    [Theory]
    [InlineData("90s")]
    [InlineData("15m")]
    [InlineData("2h")]
    [InlineData("1d")]
    public void An_interval_is_written_as_it_was_read(string text)
    {
        Duration.TryParse(text, out var duration).ShouldBeTrue();
        Duration.Write(duration).ShouldBe(text);
    }

    // "line 3: repository: 'x' is not …", or "line 10: a source … is needed".
    private static string PlaceOf(string error)
    {
        var parts = error.Split(": ");
        return parts.Length > 2 ? $"{parts[0]}: {parts[1]}" : parts[0];
    }
}
