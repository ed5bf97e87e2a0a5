using NewsEducator.Compliance.Rules;
using NewsEducator.Contracts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NewsEducator.Compliance.Policies;

/// <summary>Reads a policy from YAML; every error names its line, and all are reported at once.</summary>
internal sealed class PolicyFile(bool rulesMayBeGone)
{
    private readonly List<PolicyError> _errors = [];
    private readonly Dictionary<string, Severity?> _rules = [];
    private readonly HashSet<string> _shadow = [];

    /// <exception cref="InvalidDataException">The text is no valid policy.</exception>
    public static Policy Parse(string yaml) =>
        TryParse(yaml, out var errors) is { } policy
            ? policy
            : throw new InvalidDataException(
                $"The policy is not valid. {string.Join(" ", errors.Select(error => $"Line {error.Line}: {error.MessageEn}."))}"
            );

    /// <param name="yaml">UTF-16 text.</param>
    /// <param name="errors">All that is wrong with it.</param>
    /// <param name="rulesMayBeGone">It was valid when it was stored, by a program that may have had other rules.</param>
    /// <returns>Null where anything is wrong with it.</returns>
    public static Policy? TryParse(string yaml, out IReadOnlyList<PolicyError> errors, bool rulesMayBeGone = false)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            if (PolicyYaml.Refuse(yaml) is { } refusal)
            {
                errors = [refusal];
                return null;
            }

            var stream = new YamlStream();
            stream.Load(parser);
            var file = new PolicyFile(rulesMayBeGone);
            var policy = file.Read(stream.Documents.Count > 0 ? stream.Documents[0].RootNode : new YamlScalarNode());
            errors = file._errors;
            return errors.Count == 0 ? policy : null;
        }
        catch (YamlException error)
        {
            errors = [new PolicyError((int)error.Start.Line, "policy.yaml", error.Message)];
            return null;
        }
        // The library has no word for a key that is nothing, among others.
        catch (ArgumentException)
        {
            errors = [PolicyYaml.ErrorBehind(parser)];
            return null;
        }
    }

    private Policy Read(YamlNode root)
    {
        List<WhitelistedHost> whitelist = [];
        foreach (var (key, value) in Entries(root, "policy"))
        {
            switch (key.Value)
            {
                case "whitelist":
                    whitelist = [.. Items(value, "whitelist").Select(ReadHost)];
                    break;
                case "rules":
                    Entries(value, "rules").ToList().ForEach(rule => ReadRule(rule.Key, rule.Value));
                    break;
                default:
                    Fail(key, "policy.unknown-part", key.Value!);
                    break;
            }
        }

        if (whitelist.Count == 0)
        {
            Fail(root, "policy.no-host");
        }

        return new Policy
        {
            Whitelist = whitelist,
            Rules = _rules,
            Shadow = _shadow,
            Version = PolicyMeaning.VersionOf(whitelist, _rules, _shadow),
        };
    }

    private WhitelistedHost ReadHost(YamlNode node)
    {
        var fields = Entries(node, "host").ToList();
        foreach (var (key, _) in fields.Where(field => field.Key.Value is not ("host" or "aliases" or "paths")))
        {
            Fail(key, "policy.unknown-field", key.Value!);
        }

        var host = (fields.FirstOrDefault(field => field.Key.Value == "host").Value as YamlScalarNode)?.Value ?? "";
        var names = Strings(fields, "aliases");
        var paths = Strings(fields, "paths");
        if (names.Prepend(host).FirstOrDefault(name => Uri.CheckHostName(name) != UriHostNameType.Dns) is { } wrong)
        {
            Fail(node, "policy.no-name", wrong);
        }

        if (paths.FirstOrDefault(path => !path.StartsWith('/')) is { } relative)
        {
            Fail(node, "policy.path", relative);
        }

        return new WhitelistedHost
        {
            Host = host,
            Aliases = names,
            Paths = paths,
        };
    }

    private void ReadRule(YamlScalarNode key, YamlNode node)
    {
        var rule = RuleCatalogue.All.FirstOrDefault(each => each.Id == key.Value);
        if (rule is null && !rulesMayBeGone)
        {
            Fail(key, "policy.unknown-rule", key.Value!);
        }

        string[] words = (node as YamlScalarNode)?.Value?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        _rules[key.Value!] = words switch
        {
            ["off"] => null,
            ["shadow"] => rule?.Severity,
            [var severity] => ReadSeverity(severity, node),
            ["shadow", var severity] => ReadSeverity(severity, node),
            _ => ReadSeverity("", node),
        };
        if (rule is not null && _rules[rule.Id] > rule.Severest)
        {
            Fail(node, "policy.too-severe", rule.Id, rule.Severest.ToString().ToLowerInvariant());
        }

        if (words is ["shadow", ..])
        {
            _shadow.Add(key.Value!);
        }
    }

    private Severity? ReadSeverity(string word, YamlNode node)
    {
        switch (word)
        {
            case "block":
                return Severity.Block;
            case "verify":
                return Severity.Verify;
            case "note":
                return Severity.Note;
            default:
                Fail(node, "policy.severity");
                return null;
        }
    }

    private List<string> Strings(List<KeyValuePair<YamlScalarNode, YamlNode>> fields, string name) =>
        fields.FirstOrDefault(field => field.Key.Value == name).Value is { } list
            ? [.. Items(list, name).Select(item => (item as YamlScalarNode)?.Value ?? "")]
            : [];

    private IEnumerable<KeyValuePair<YamlScalarNode, YamlNode>> Entries(YamlNode node, string what)
    {
        if (node is YamlMappingNode mapping)
        {
            foreach (var key in mapping.Children.Keys.Where(key => key is not YamlScalarNode))
            {
                Fail(key, "policy.key", what);
            }

            return from child in mapping.Children
                where child.Key is YamlScalarNode
                select KeyValuePair.Create((YamlScalarNode)child.Key, child.Value);
        }

        Fail(node, "policy.mapping", what);
        return [];
    }

    private IEnumerable<YamlNode> Items(YamlNode node, string what)
    {
        if (node is YamlSequenceNode sequence)
        {
            return sequence.Children;
        }

        Fail(node, "policy.list", what);
        return [];
    }

    private void Fail(YamlNode node, string code, params object[] arguments) =>
        _errors.Add(new PolicyError((int)node.Start.Line, code, arguments));
}
