using NewsEducator.Compliance.Policies;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Tests.Policies;

public sealed class PolicyFileTests
{
    private const string Small = "whitelist:\n  - host: github.com\n    paths: [/pytorch/]\nrules:\n  source.injection: note\n";

    [Fact]
    public void The_shipped_policy_allows_the_three_default_hosts_and_names_every_rule()
    {
        Some.Policy.Whitelist.Select(host => host.Host).ShouldBe(["github.com", "youtube.com", "huggingface.co"]);
        NewsEducator
            .Compliance.Rules.RuleCatalogue.All.Select(rule => rule.Id)
            .Except(Some.Policy.Rules.Keys)
            .ShouldBeEmpty("services/Compliance/policy.yaml lacks them");
        Some.Policy.Version.Length.ShouldBe(12);
    }

    [Theory]
    [InlineData("https://github.com/pytorch/pytorch/issues/1", true)]
    [InlineData("https://GitHub.com/PyTorch/pytorch/issues/1", true)]
    [InlineData("https://github.com/vercel/next.js/issues/1", false)]
    [InlineData("https://github.com:8443/pytorch/pytorch/issues/1", false)]
    [InlineData("https://user@github.com/pytorch/pytorch/issues/1", false)]
    public void A_host_can_be_narrowed_by_path(string url, bool allowed)
    {
        PolicyFile.Parse(Small).Allows(new Uri(url)).ShouldBe(allowed);
    }

    [Fact]
    public void The_version_follows_the_meaning_and_not_the_layout()
    {
        var version = PolicyFile.Parse(Small).Version;

        PolicyFile.Parse($"# a comment\n{Small}\n\n").Version.ShouldBe(version);
        PolicyFile.Parse(Small.Replace("note", "off")).Version.ShouldNotBe(version);
        PolicyFile.Parse(Small.Replace("/pytorch/", "/vercel/")).Version.ShouldNotBe(version);
    }

    [Fact]
    public void A_rule_that_the_policy_does_not_name_keeps_its_own_severity()
    {
        var rule = NewsEducator.Compliance.Rules.RuleCatalogue.All.Single(each => each.Id == "identity.channel");

        PolicyFile.Parse(Small).SeverityOf(rule).ShouldBe(Severity.Block);
    }

    [Theory]
    [InlineData("whitelist: [{ host: github.com }]\nrules:\n  source.magic: block", "Line 3: there is no rule 'source.magic'.")]
    [InlineData(
        "whitelist: [{ host: github.com }]\nrules:\n  source.injection: maybe",
        "Line 3: a rule is 'block', 'verify', 'note' or 'off'"
    )]
    [InlineData("whitelist:\n  - host: https://github.com", "Line 2: 'https://github.com' is no host name.")]
    [InlineData("whitelist:\n  - host: github.com\n    paths: [pytorch]", "Line 2: the path 'pytorch' must begin with a slash.")]
    [InlineData("whitelist:\n  - host: github.com\n    path: /a/", "Line 3: 'path' is unknown")]
    [InlineData("hosts: []", "Line 1: 'hosts' is unknown")]
    [InlineData("rules: {}", "'whitelist' needs at least one host")]
    [InlineData("", "the policy must be a mapping")]
    [InlineData("whitelist: [", "Line 2:")]
    [InlineData("whitelist:\n  - host: a.example\n    paths: [/a\nrules:", "Line 3: no valid YAML from here on")]
    [InlineData("#\nwhitelist:\n- :", "no valid YAML")]
    [InlineData("whitelist: [{ host: github.com }]\nrules:\n  source.injection: shadow off", "Line 3: a rule is")]
    [InlineData("whitelist: [{ host: github.com }]\nrules: &all\n  source.injection: *all", "Line 3: aliases are not taken")]
    [InlineData("whitelist: [{ host: github.com }]\nrules: [[[[[[[[", "Line 2: aliases are not taken, nor anything nested deeper than 4")]
    [InlineData(
        "whitelist: [{ host: github.com }]\nrules:\n  opinion.model: block",
        "Line 3: the rule 'opinion.model' may be 'verify' at most."
    )]
    [InlineData(
        "whitelist: [{ host: github.com }]\nrules:\n  opinion.model: shadow block",
        "Line 3: the rule 'opinion.model' may be 'verify' at most."
    )]
    [InlineData("? &a [*a]\n: b", "Line 1: aliases are not taken")]
    [InlineData("? [a]\n: b\nwhitelist: [{ host: github.com }]", "Line 1: the policy has a key that is no plain word.")]
    public void A_fault_is_told_with_its_line(string yaml, string message)
    {
        Should.Throw<InvalidDataException>(() => PolicyFile.Parse(yaml)).Message.ShouldContain(message);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var message = Should.Throw<InvalidDataException>(() => PolicyFile.Parse("hosts: []\nrules:\n  a: b\n")).Message;

        message.ShouldContain("'hosts'");
        message.ShouldContain("'a'");
        message.ShouldContain("'block'");
        message.ShouldContain("at least one host");
    }

    [Fact]
    public void A_rule_in_the_shadow_has_its_own_severity_or_the_one_beside_it()
    {
        var policy = PolicyFile.Parse(Small.Replace("note", "shadow") + "  grounding.overlap: shadow block\n");

        policy.Shadow.ShouldBe(["source.injection", "grounding.overlap"], ignoreOrder: true);
        policy.Rules["source.injection"].ShouldBe(Severity.Verify);
        policy.Rules["grounding.overlap"].ShouldBe(Severity.Block);
        policy.Version.ShouldNotBe(PolicyFile.Parse(Small.Replace("note", "verify") + "  grounding.overlap: block\n").Version);
    }

    [Fact]
    public void What_was_stored_can_be_read_by_a_program_that_lost_one_of_its_rules()
    {
        var stored = new PolicyVersion
        {
            Number = 7,
            Version = "",
            Yaml = Small + "  rule.of-old: block\n",
            By = "vera",
            At = DateTimeOffset.UnixEpoch,
        };

        stored.Open().Number.ShouldBe(7);
        stored.Open().Rules["source.injection"].ShouldBe(Severity.Note);
    }

    [Fact]
    public void Both_sides_of_a_difference_are_told()
    {
        var (inForce, yours) = (
            PolicyFile.Parse(Small),
            PolicyFile.Parse("whitelist: [{ host: youtube.com, aliases: [youtu.be] }]\nrules:\n  source.injection: shadow block\n")
        );

        PolicyDifference
            .Between(inForce, yours)
            .ShouldBe(
                [
                    new PolicyDifference("whitelist.github.com", "/pytorch/", null),
                    new PolicyDifference("rules.source.injection", "note", "shadow block"),
                    new PolicyDifference("whitelist.youtube.com", null, "youtu.be"),
                ],
                ignoreOrder: true
            );
        PolicyDifference.Between(inForce, inForce).ShouldBeEmpty();
    }
}
