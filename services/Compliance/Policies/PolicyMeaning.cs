using System.Security.Cryptography;
using System.Text;
using NewsEducator.Compliance.Rules;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Policies;

/// <summary>Names a policy by what it means: comments, layout and order do not count, nor whether a rule's own severity is written
/// out.</summary>
internal static class PolicyMeaning
{
    private const int Length = 12;

    public static string VersionOf(IEnumerable<WhitelistedHost> whitelist, Dictionary<string, Severity?> rules, HashSet<string> shadow)
    {
        var meaning = new StringBuilder();
        foreach (var host in whitelist.OrderBy(host => host.Host, StringComparer.Ordinal))
        {
            meaning
                .Append('\n')
                .AppendJoin(' ', [host.Host, .. host.Aliases.Order(StringComparer.Ordinal), .. host.Paths.Order(StringComparer.Ordinal)]);
        }

        foreach (var rule in RuleCatalogue.All.OrderBy(rule => rule.Id, StringComparer.Ordinal))
        {
            var severity = rules.TryGetValue(rule.Id, out var set) ? set?.ToString() ?? "Off" : rule.Severity.ToString();
            meaning.Append('\n').Append(rule.Id).Append('=').Append(shadow.Contains(rule.Id) ? "Shadow" : "").Append(severity);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(meaning.ToString())))[..Length];
    }
}
