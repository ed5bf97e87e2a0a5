using System.Collections.Frozen;

namespace NewsEducator.Contracts;

/// <summary>Parameters that tell who sent a reader, and never which page is meant; they are ignored when addresses are compared.</summary>
internal static class Tracking
{
    private const string Escape = "amp;";

    // Names that nobody uses for anything else.
    private static readonly FrozenSet<string> Everywhere = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "fbclid",
        "gclid",
        "gclsrc",
        "dclid",
        "gbraid",
        "wbraid",
        "msclkid",
        "yclid",
        "twclid",
        "ttclid",
        "igshid",
        "mc_cid",
        "mc_eid",
        "_hsenc",
        "_hsmi",
        "mkt_tok",
        "vero_id",
        "oly_anon_id",
        "oly_enc_id",
        "__s",
        "_openstat",
        "wickedid"
    );

    // Ordinary words mean tracking only where a host is known to use them so.
    private static readonly Dictionary<string, FrozenSet<string>> OfHost = new(StringComparer.Ordinal)
    {
        ["youtube.com"] = Names("si", "feature", "pp", "ab_channel"),
        ["github.com"] = Names("ref", "source"),
        ["huggingface.co"] = Names("ref", "source"),
        ["medium.com"] = Names("source", "sk"),
        ["substack.com"] = Names("r", "s", "showwelcome"),
        ["x.com"] = Names("s", "t", "ref_src", "ref_url"),
        ["twitter.com"] = Names("s", "t", "ref_src", "ref_url"),
        ["infoq.com"] = Names("topicpagesponsorship", "itm_source", "itm_medium", "itm_campaign"),
        ["aliyun.com"] = Names("spm", "scm"),
        ["csdn.net"] = Names("spm"),
    };

    /// <param name="query">With its question mark, or empty; what is kept of it stays letter by letter and in its order.</param>
    /// <param name="host">Lower-case.</param>
    public static string Without(string query, string host)
    {
        if (query.Length < 2)
        {
            return "";
        }

        var own = OfHost.FirstOrDefault(known => host == known.Key || host.EndsWith($".{known.Key}", StringComparison.Ordinal)).Value;
        var kept = query[1..]
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(WithoutEscape)
            .Where(parameter => parameter.Length > 0 && !Is(parameter.Split('=')[0], own));
        var rest = string.Join('&', kept);
        return rest.Length == 0 ? "" : $"?{rest}";
    }

    // "&amp;" where "&" is meant, also escaped more than once: "&amp;amp;b=2".
    private static string WithoutEscape(string parameter)
    {
        while (parameter.StartsWith(Escape, StringComparison.OrdinalIgnoreCase))
        {
            parameter = parameter[Escape.Length..];
        }

        return parameter;
    }

    private static bool Is(string name, FrozenSet<string>? own) =>
        name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Everywhere.Contains(name) || own?.Contains(name) == true;

    private static FrozenSet<string> Names(params string[] names) => FrozenSet.Create(StringComparer.OrdinalIgnoreCase, names);
}
