using System.Globalization;
using System.Text.RegularExpressions;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Screenings;

/// <summary>Chinese summaries of English threads: the true ones pass, and what is planted in them is caught.</summary>
public sealed class PlantedFalsehoodTests(ITestOutputHelper output)
{
    private static readonly (string Thread, string Title, string Text)[] True =
    [
        (
            "incidents/ledger-412.md",
            "主库切换后付款重复入账",
            "ledger 2.8.3 在主库切换后，1,284 笔付款重复入账，金额 73,912.40 EUR。原因是幂等键在落后 8.4 秒的副本上查询。修复后 `idempotency_keys` 单独建表，P99 从 18 毫秒升到 21 毫秒。"
        ),
        (
            "incidents/gateway-877.md",
            "gateway 5.4 连接池不回收",
            "从 5.3.6 升级到 5.4.0 后，14 个 gateway pod 约 6 小时耗尽 65,536 个文件描述符，`accept` 返回 `EMFILE`。5.4.1 让空闲 socket 留在 event loop 中，每个连接多占 160 字节。"
        ),
        (
            "incidents/frame-1503.md",
            "正则回溯让 CPU 跑满",
            "`@brightloom/router` 4.1.2 的正则发生回溯，24 个 Node 进程 CPU 100%，服务中断 26 分钟。4.1.3 改为线性循环，31 KB 的路径只需 0.03 ms。"
        ),
        (
            "incidents/video-cache.md",
            "缓存清空后的雪崩",
            "12 个缓存节点同时重启，PostgreSQL 的负载变成 40 倍，查询从每秒 900 升到 36,000。关掉 90% 流量 4 分钟后恢复，共中断 52 分钟。"
        ),
        (
            "incidents/gateway-889.md",
            "交叉签名证书过期",
            "`HarborPKI R2` 的交叉签名过期，gateway 5.3.6 拒绝 212 个上游中的 37 个，6.1% 的请求返回 502，持续 47 分钟。5.3.7 最多尝试 16 条路径。"
        ),
        (
            "debates/ledger-405.md",
            "要不要离开 SERIALIZABLE",
            "热点账户上 SERIALIZABLE 每秒 1,310 笔，P99 为 148 ms，23.5% 的事务被中止；FOR UPDATE 每秒 2,240 笔。结论是先试 advisory lock，两周后再决定。"
        ),
        (
            "debates/paper-speculative.md",
            "投机解码的加速在负载下消失",
            "论文在 8 块 H100 上重做测量：batch 为 1 时加速 2.1 倍，32 个并发时只剩 1.2 倍。作者说附录中长度 2 的损失从 27% 降到 6%。"
        ),
        (
            "tutorials/heron-34.md",
            "一张 24 GB 显卡能服务多少用户",
            "heron-7b 的 KV cache 每个 token 占 128 KB，4,096 个 token 需要 512 MB。fp8 cache 让用户数翻倍，只损失 0.4 分；AWQ 损失 2.5 分。"
        ),
        (
            "tutorials/video-flamegraph.md",
            "二十分钟读懂火焰图",
            "一个请求要 210 毫秒，目标约 40 毫秒。先用 perf 采样 30 秒，发现正则编译占 38%；最后 P99 从 340 毫秒降到 66 毫秒。"
        ),
    ];

    [Fact]
    public void A_true_summary_is_not_flagged()
    {
        foreach (var (thread, title, text) in True)
        {
            var outcome = Some.Screened(SampleDay.Thread(thread), Some.Summary(text, title));

            outcome
                .Findings.Where(finding => finding.Severity > Severity.Note)
                .Select(finding => $"{thread}: {finding.Message}")
                .ShouldBeEmpty();
        }
    }

    // A number that is a little off may stand elsewhere in the thread; which of its numbers belongs to what is more than this checks.
    [Theory]
    [InlineData(731.7, 0.98)]
    [InlineData(3, 0.94)]
    public void Planted_numbers_versions_names_and_identifiers_are_caught(double off, double share)
    {
        var planted = True.SelectMany(item => Falsehoods(item, (decimal)off)).ToList();
        var missed = planted
            .Where(lie => Some.Screened(SampleDay.Thread(lie.Thread), Some.Summary(lie.Text, lie.Title)).Verdict == Verdict.Pass)
            .ToList();

        missed.ForEach(lie => output.WriteLine($"missed in {lie.Thread}: {lie.Text}"));
        output.WriteLine($"{planted.Count - missed.Count} of {planted.Count} caught");
        planted.Count.ShouldBeGreaterThan(80);
        (1 - ((double)missed.Count / planted.Count)).ShouldBeGreaterThanOrEqualTo(share);
    }

    [Fact]
    public void A_planted_unit_is_caught()
    {
        foreach (var (thread, title, text) in True)
        {
            var planted = Regex.Replace(Regex.Replace(text, "毫秒|ms", "小时").Replace("分钟", "天"), @"(?<=\d ?)倍", "%");
            if (planted != text)
            {
                Some.Screened(SampleDay.Thread(thread), Some.Summary(planted, title)).Verdict.ShouldNotBe(Verdict.Pass, thread);
            }
        }
    }

    [Fact]
    public void A_summary_under_the_address_of_another_thread_is_blocked()
    {
        for (var at = 0; at < True.Length; at++)
        {
            var other = True[(at + 3) % True.Length].Thread;

            var outcome = Some.Screened(SampleDay.Thread(other), Some.Summary(True[at].Text, True[at].Title));

            outcome.Verdict.ShouldNotBe(Verdict.Pass, $"{True[at].Thread} under {other}");
        }
    }

    private static IEnumerable<(string Thread, string Title, string Text)> Falsehoods(
        (string Thread, string Title, string Text) item,
        decimal off
    )
    {
        foreach (Match number in Regex.Matches(item.Text, @"\d[\d,]*(\.\d+)*"))
        {
            yield return item with
            {
                Text = Replace(item.Text, number, Other(number.Value, off)),
            };
        }

        foreach (Match name in Regex.Matches(item.Text, @"(?<![`\w@/.-])[A-Za-z][A-Za-z]{2,}(?![\w`/])"))
        {
            yield return item with
            {
                Text = Replace(item.Text, name, "Zookeeper"),
            };
        }

        foreach (Match code in Regex.Matches(item.Text, "`[^`]+`"))
        {
            yield return item with
            {
                Text = Replace(item.Text, code, "`max_retry_count`"),
            };
        }
    }

    private static string Other(string number, decimal off)
    {
        var plain = number.Replace(",", "");
        if (plain.Count(c => c == '.') > 1)
        {
            return $"{plain[..plain.LastIndexOf('.')]}.{77}";
        }

        var value = decimal.Parse(plain, CultureInfo.InvariantCulture);
        return (value + off).ToString(CultureInfo.InvariantCulture);
    }

    private static string Replace(string text, Match match, string by) => text[..match.Index] + by + text[(match.Index + match.Length)..];
}
