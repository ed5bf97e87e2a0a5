using DiffPlex.DiffBuilder.Model;
using NewsEducator.Review.Policies;

namespace NewsEducator.Review.Tests.Policies;

public sealed class PolicyTextTests
{
    private const string Policy = """
        # Ours.
        whitelist:
          - host: github.com
        rules:
          noise.release: verify # since May
          noise.release-notes: note
        # The end.

        """;

    [Fact]
    public void One_weight_is_another_and_all_else_stays()
    {
        PolicyText
            .With(Policy, "noise.release", "shadow block")
            .ShouldBe(Policy.Replace("noise.release: verify #", "noise.release: shadow block #", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_that_is_not_named_is_added()
    {
        PolicyText
            .With(Policy, "text.link", "off")
            .ShouldBe(Policy.Replace("rules:\n", "rules:\n  text.link: off\n", StringComparison.Ordinal));
        PolicyText.With("whitelist: []\n", "text.link", "off").ShouldBe("whitelist: []\nrules:\n  text.link: off\n");
    }

    [Fact]
    public void Windows_line_ends_stay()
    {
        PolicyText.With("rules:\r\n  a.b: note\r\n", "a.b", "block").ShouldBe("rules:\r\n  a.b: block\r\n");
    }

    [Fact]
    public void Differences_are_the_changed_lines_with_two_around_them()
    {
        var lines = PolicyText.Differences(Policy, PolicyText.With(Policy, "noise.release", "off"));

        lines.Count(line => line.Type == ChangeType.Deleted).ShouldBe(1);
        lines.Single(line => line.Type == ChangeType.Inserted).Text.ShouldBe("  noise.release: off # since May");
        lines.ShouldNotContain(line => line.Text == "# Ours.");
        PolicyText.Differences(Policy, Policy).ShouldBeEmpty();
    }
}
