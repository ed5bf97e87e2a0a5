using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Selection;

/// <summary>How much a text is about what the product looks for: incidents, security, performance, debates, comparisons,
/// tutorials.</summary>
internal static partial class Relevance
{
    private const RegexOptions Patterns = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const double InTitle = 2;
    private const double Evidence = 1;
    private const int ManyMeasurements = 3;
    private const int MostRead = 20_000;

    internal static readonly (double Weight, Regex Words)[] Topics =
    [
        Topic(
            2.5,
            @"outage|incidents?|post-?mortems?|root causes?|data loss|corrupt(s|ed|ion)?|split[- ]brain|crash(es|ed|ing)?|panics?|down for|production|事故|故障|宕机|复盘|崩溃"
        ),
        Topic(
            2.5,
            @"cve-\d+-\d+|vulnerabilit(y|ies)|exploit(s|ed|able)?|injection|bypass(es|ed)?|rce|xss|ssrf|security|leak(s|ed) (data|secrets?|tokens?)|漏洞|安全"
        ),
        Topic(
            2.5,
            @"deadlocks?|dead locks?|race conditions?|memory leaks?|leaks?|oom|out of memory|starvation|livelock|hangs?|stuck|死锁|泄漏"
        ),
        Topic(
            2,
            @"fail(s|ed|ing|ure|ures)?|broken|breaks|lost|los(es|ing)|wrong|expired|unavailable|exhaust(s|ed|ion)|403|50\d|失败|丢失|异常"
        ),
        Topic(
            2,
            @"regress(es|ed|ion|ions)?|slow(er|down|s)?|latency|throughput|performance|p9\d|degrad(es|ed|ation)|times? out|timeouts?|性能|延迟|退化"
        ),
        Topic(
            2,
            @"trade-?offs?|debate|controvers(y|ial)|rfc|proposal|versus|vs|why (we|not|does|is)|should (we|it|the)|disagree|rethink|争议|取舍"
        ),
        Topic(2, @"benchmarks?|compar(e|es|ed|ing|ison)|evaluat(e|es|ed|ing|ion)|measur(e|es|ed|ing|ements?)|ablation|评测|对比"),
        Topic(
            2,
            @"tutorials?|how (to|we|i)|step by step|walk-?through|guides?|lessons?( learned)?|debug(ging|ged)?|profil(e|er|ing)|reproduc(e|es|ed|tion)|教程|实战"
        ),
        Topic(
            1,
            @"bugs?|errors?|exceptions?|memory|cpu|cach(e|es|ing)|threads?|transactions?|gc|garbage collect(ion|or)|locks?|concurren(t|cy)|replicat(ion|ed)|consensus|index(es)?|quer(y|ies)|kernel|compilers?|"
                + @"scheduler|quantiz(ed|ation)|inference|training|attention|缓存|线程|事务|量化"
        ),
    ];

    /// <summary>"4.2%", "200 ms", "93 MB", "1,940 requests": somebody measured.</summary>
    [GeneratedRegex(
        @"\b\d+([.,]\d+){0,6}\s?(%|ms|s|seconds|minutes|hours|[kmg]i?b|x|×|qps|rps|tokens|requests|times|个|次|倍|毫秒|分钟)(\W|$)",
        Patterns
    )]
    private static partial Regex Measurement();

    /// <returns>0 to 10: two points for each topic named in the title, one for the text alone, by weight; one for each kind of
    /// evidence.</returns>
    public static double Of(string title, string text)
    {
        var opening = text.Length > MostRead ? text[..MostRead] : text;
        var topics = Topics.Sum(topic =>
            topic.Weight
            * (
                topic.Words.IsMatch(title) ? InTitle
                : topic.Words.IsMatch(opening) ? 1
                : 0
            )
        );
        return Math.Min(10, topics + (Evidence * KindsOfEvidence(opening)));
    }

    private static int KindsOfEvidence(string text)
    {
        var measurements = Measurement().Count(text);
        var code = text.Contains("```", StringComparison.Ordinal) || text.Contains("\n    ", StringComparison.Ordinal);
        return (measurements > 0 ? 1 : 0) + (measurements >= ManyMeasurements ? 1 : 0) + (code ? 1 : 0);
    }

    // Chinese has no spaces around a foreign word, so a boundary is where no Latin letter or digit goes on.
    private static (double Weight, Regex Words) Topic(double weight, string words) =>
        (weight, new Regex($"(?<![a-z0-9_])(?:{words})(?![a-z0-9_])", Patterns | RegexOptions.Compiled));
}
