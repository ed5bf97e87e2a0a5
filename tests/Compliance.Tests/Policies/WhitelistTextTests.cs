using NewsEducator.Compliance.Hosts;
using NewsEducator.Compliance.Policies;

namespace NewsEducator.Compliance.Tests.Policies;

public sealed class WhitelistTextTests
{
    [Fact]
    public void A_host_is_added_at_the_end_of_the_list_and_comments_stay()
    {
        const string yaml = """
            # ours
            whitelist: # hosts
              - host: github.com
                aliases: [www.github.com]
            # between
              - host: youtube.com

            # severities
            rules:
              noise.release: off
            """;

        var changed = WhitelistText.With(yaml, "example.org", ["/a/", "/b\"c"])!;

        changed.ShouldBe(
            yaml.Replace(
                "  - host: youtube.com\n",
                "  - host: youtube.com\n  - host: example.org\n    paths: [\"/a/\",\"/b\\u0022c\"]\n",
                StringComparison.Ordinal
            )
        );
        PolicyFile.Parse(changed).Whitelist[^1].Paths.ShouldBe(["/a/", "/b\"c"]);
    }

    [Theory]
    [InlineData("whitelist:\n- host: github.com", "whitelist:\n- host: github.com\n- host: example.org")]
    [InlineData("whitelist:\r\n- host: github.com\r\nrules: {}", "whitelist:\r\n- host: github.com\r\n- host: example.org\r\nrules: {}")]
    [InlineData("rules: {}\nwhitelist:\n  - host: a.org\n", "rules: {}\nwhitelist:\n  - host: a.org\n  - host: example.org\n")]
    public void Layout_and_line_ends_are_those_of_the_text(string yaml, string changed) =>
        WhitelistText.With(yaml, "example.org", []).ShouldBe(changed);

    [Theory]
    [InlineData("whitelist: [{ host: github.com }]\n")]
    [InlineData("rules: {}\n")]
    [InlineData("whitelist:\n  -\n    host: github.com\n")]
    [InlineData("")]
    public void What_is_written_in_another_form_is_left_to_a_person(string yaml) =>
        WhitelistText.With(yaml, "example.org", []).ShouldBeNull();
}
