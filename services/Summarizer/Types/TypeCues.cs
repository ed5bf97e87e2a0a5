using System.Text.RegularExpressions;

namespace NewsEducator.Summarizer.Types;

/// <summary>Words that speak for a type: features of the fitted model, and all there is for what the model does not read.</summary>
internal sealed partial class TypeCues(Regex pattern)
{
    public static readonly TypeCues Incident = new(IncidentWords());
    public static readonly TypeCues Debate = new(DebateWords());
    public static readonly TypeCues Tutorial = new(TutorialWords());
    public static readonly TypeCues Advisory = new(AdvisoryWords());
    public static readonly TypeCues Production = new(ProductionWords());
    public static readonly TypeCues Analysis = new(AnalysisWords());
    public static readonly TypeCues Comparison = new(ComparisonWords());

    /// <summary>In the order in which <see cref="TypeFamily"/> counts them.</summary>
    public static IReadOnlyList<TypeCues> Families { get; } = [Incident, Debate, Tutorial, Advisory];

    public int In(string text) => pattern.Count(text);

    [GeneratedRegex(
        @"\b(post-?mortem|incident|outage|downtime|root cause|crash(es|ed)?|bug|regression|fail(s|ed|ure|ures)?|broken|breaks?|leak(s|ed|ing)?|hang(s)?|hung|deadlock|corrupt(ed|ion)?|"
            + @"data loss|out of memory|oom|timeout|slow(er)?|error|exception|stack ?trace|steps to reproduce|expected behaviou?r|actual behaviou?r|lost)\b|"
            + "事故|故障|崩溃|宕机|复盘|根因|泄漏|死锁|异常|报错",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex IncidentWords();

    [GeneratedRegex(
        @"\b(production|customers?|downtime|outage|were down|was down|peak traffic|on-?call|UTC|error rate|status page)\b|生产环境|线上|用户受影响",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ProductionWords();

    [GeneratedRegex(
        @"\b(root cause|the (actual |real )?cause|(was|is|were) caused by|turn(s|ed) out|post-?mortem|lessons? learned|timeline|what went wrong|"
            + @"what we (looked at|tried|found)|investigat(ed|ion)|narrowed (it )?down|bisected)\b|复盘|根因",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AnalysisWords();

    [GeneratedRegex(
        @"\b(rfc|proposal|propose[sd]?|should we|should (the|there|it)|trade-?offs?|debate|discuss(ion)?|disagree|argument|in favou?r|against|alternatives?|rationale|design|considered|opinion|"
            + @"instead of|rather than|deprecat(e|ed|ion)|why (we|i|not|does|is)|semantics|api change|objection|consensus)\b|争议|权衡|是否|提案|取舍",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DebateWords();

    [GeneratedRegex(
        @"\b(how to|how i|how we|tutorial|guide|step(-| )by(-| )step|walkthrough|hands-on|introduction to|getting started|learn(ed)?|lessons?|tips|example|let's|we will|you can|first,|next,|"
            + @"explained|write-?up|compared|benchmark(s|ing|ed)?|measured)\b|教程|实战|入门|手把手|步骤|踩坑|指南",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TutorialWords();

    [GeneratedRegex(
        @"\b(compar(ed|ing|ison|e)|benchmark(s|ing)?|versus|vs\.?|measured|side by side)\b|对比|评测|横评",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ComparisonWords();

    [GeneratedRegex(
        @"\b(CVE-\d+|GHSA-|RUSTSEC-|security advisory|security (vulnerability|releases?|updates?|fix(es)?|issue|incident)|memory corruption|mitigat(e|ion)|vulnerabilit(y|ies)|attacker|remote code execution|privilege escalation|"
            + @"use[- ]after[- ]free|denial of service|unsound(ness)?|xss|exploit(able|ed)?|malicious|affected versions|patched versions)\b|\bsecurity: |漏洞|安全公告|攻击者",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AdvisoryWords();
}
