using System.Security.Cryptography;
using System.Text;
using NewsEducator.Compliance.Rules;
using NewsEducator.Contracts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NewsEducator.Compliance.Policies;

/// <summary>Reads a policy from YAML; every error names its line, and all are told at once.</summary>
internal sealed class PolicyFile
{
    private const int VersionLength = 12;
    private readonly List<string> _errors = [];

    /// <exception cref="InvalidDataException">The text is no valid policy.</exception>
    public static Policy Parse(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException error)
        {
            throw new InvalidDataException($"The policy is not valid. Line {error.Start.Line}: {error.Message}", error);
        }

        return new PolicyFile().Read(stream.Documents.Count > 0 ? stream.Documents[0].RootNode : new YamlScalarNode());
    }

    private Policy Read(YamlNode root)
    {
        List<AllowedHost> whitelist = [];
        Dictionary<string, Severity?> rules = [];
        foreach (var (key, value) in Entries(root, "The policy"))
        {
            switch (key.Value)
            {
                case "whitelist":
                    whitelist = [.. Items(value, "whitelist").Select(ReadHost)];
                    break;
                case "rules":
                    rules = Entries(value, "rules").ToDictionary(rule => KnownRule(rule.Key), rule => ReadSeverity(rule.Value));
                    break;
                default:
                    Fail(key, $"'{key.Value}' is unknown; 'whitelist' and 'rules' are allowed");
                    break;
            }
        }

        if (whitelist.Count == 0)
        {
            Fail(root, "'whitelist' needs at least one host");
        }

        return _errors.Count == 0
            ? new Policy { Whitelist = whitelist, Rules = rules, Version = VersionOf(whitelist, rules) }
            : throw new InvalidDataException($"The policy is not valid. {string.Join(" ", _errors)}");
    }

    private AllowedHost ReadHost(YamlNode node)
    {
        var fields = Entries(node, "a host").ToList();
        foreach (var (key, _) in fields.Where(field => field.Key.Value is not ("host" or "aliases" or "paths")))
        {
            Fail(key, $"'{key.Value}' is unknown; 'host', 'aliases' and 'paths' are allowed");
        }

        var host = (fields.FirstOrDefault(field => field.Key.Value == "host").Value as YamlScalarNode)?.Value ?? "";
        var names = Strings(fields, "aliases");
        var paths = Strings(fields, "paths");
        if (names.Prepend(host).FirstOrDefault(name => Uri.CheckHostName(name) != UriHostNameType.Dns) is { } wrong)
        {
            Fail(node, $"'{wrong}' is no host name");
        }

        if (paths.FirstOrDefault(path => !path.StartsWith('/')) is { } relative)
        {
            Fail(node, $"the path '{relative}' must begin with a slash");
        }

        return new AllowedHost { Host = host, Aliases = names, Paths = paths };
    }

    private string KnownRule(YamlScalarNode key)
    {
        if (RuleCatalogue.All.All(rule => rule.Id != key.Value))
        {
            Fail(key, $"there is no rule '{key.Value}'");
        }

        return key.Value!;
    }

    private Severity? ReadSeverity(YamlNode node)
    {
        switch ((node as YamlScalarNode)?.Value)
        {
            case "block": return Severity.Block;
            case "verify": return Severity.Verify;
            case "note": return Severity.Note;
            case "off": return null;
            default:
                Fail(node, "a rule is 'block', 'verify', 'note' or 'off'");
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
                Fail(key, $"{what} has a key that is no plain word");
            }

            return from child in mapping.Children where child.Key is YamlScalarNode select KeyValuePair.Create((YamlScalarNode)child.Key, child.Value);
        }

        Fail(node, $"{what} must be a mapping");
        return [];
    }

    private IEnumerable<YamlNode> Items(YamlNode node, string what)
    {
        if (node is YamlSequenceNode sequence)
        {
            return sequence.Children;
        }

        Fail(node, $"'{what}' must be a list");
        return [];
    }

    private void Fail(YamlNode node, string fault) => _errors.Add($"Line {node.Start.Line}: {fault}.");

    private static string VersionOf(IEnumerable<AllowedHost> whitelist, Dictionary<string, Severity?> rules)
    {
        var meaning = new StringBuilder();
        foreach (var host in whitelist.OrderBy(host => host.Host, StringComparer.Ordinal))
        {
            meaning.Append('\n').AppendJoin(' ', [host.Host, .. host.Aliases.Order(StringComparer.Ordinal), .. host.Paths.Order(StringComparer.Ordinal)]);
        }

        foreach (var rule in RuleCatalogue.All.OrderBy(rule => rule.Id, StringComparer.Ordinal))
        {
            var severity = rules.TryGetValue(rule.Id, out var set) ? set?.ToString() ?? "Off" : rule.Severity.ToString();
            meaning.Append('\n').Append(rule.Id).Append('=').Append(severity);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(meaning.ToString())))[..VersionLength];
    }
}
