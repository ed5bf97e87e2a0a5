using NewsEducator.Compliance.Hosts;
using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Rules;
using NewsEducator.Fuzzing.Inputs;
using NewsEducator.Review.Policies;

namespace NewsEducator.Fuzzing.Targets;

/// <summary>A policy as people edit it.</summary>
internal static class PolicyTargets
{
    private static readonly Grammar Policies = new(
        [
            Seeds.Read("policy.yaml"),
            "whitelist:\n- host: a.example\n  aliases: [www.a.example]\n  paths: [/x, \"/y\"]\nrules:\n  text.language: shadow note # why\n",
        ],
        [
            .. RuleCatalogue.All.Select(rule => $"  {rule.Id}: "),
            .. PolicyText.Weights,
            "whitelist:\n",
            "rules:\n",
            "  - host: ",
            "- host: b.example\n",
            "    aliases: ",
            "    paths: ",
            "&a ",
            "*a",
            "<<: *a",
            "? ",
            "!!map ",
            "|\n",
            "---\n",
            "...\n",
            "[",
            "{",
            "- ",
            "# ",
            "~",
        ]
    );

    public static readonly FuzzTarget[] All = [new("policy", Policies.Texts(), Read) { Cost = 20 }];

    private static void Read(string written)
    {
        var yaml = Bytes.AsReceived(written);
        var policy = PolicyFile.TryParse(yaml, out var errors);
        Property.Holds(policy is null == errors.Count > 0, "a text is a policy or has errors");
        foreach (var error in errors)
        {
            Property.Holds(
                error.Line >= 1 && error.Message.Length > 0 && error.MessageEn.Length > 0,
                $"an error has a line and words: {error.Code}"
            );
        }

        var longer = WhitelistText.With(yaml, "new.example", ["/docs/"]);
        var weighed = PolicyText.With(yaml, RuleCatalogue.All[0].Id, "off");
        _ = PolicyText.Differences(yaml, weighed);
        if (policy is null)
        {
            return;
        }

        Property.Same(policy.Version, PolicyFile.Parse(yaml).Version, "the same text has the same version");
        if (longer is not null && PolicyFile.TryParse(longer, out _) is { } extended)
        {
            Property.Holds(
                extended
                    .Whitelist.Select(host => host.Host)
                    .SequenceEqual(policy.Whitelist.Select(host => host.Host).Append("new.example")),
                "one host more is one host more"
            );
        }
    }
}
