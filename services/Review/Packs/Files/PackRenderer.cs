using System.Globalization;
using System.Text;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Packs.Files;

/// <summary>Writes a pack file, byte for byte in the seed's format.</summary>
internal static class PackRenderer
{
    public static string Render(PackDocument pack)
    {
        var date = pack.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var file = new StringBuilder();
        file.Append(
            CultureInfo.InvariantCulture,
            $"""
            ---
            type: {PackFormat.FileType}
            date: {date}
            status: {pack.Status}
            total_items: {pack.Items.Count}
            ---

            # 技术资讯候选包 - {date}

            > **Review 说明**：请勾选每条资讯的处理方式（approve/skip/needs-verify），完成后触发 Gate1 发布流程。

            ---


            """
        );
        if (pack.Items.Count == 0)
        {
            file.Append(PackFormat.NoItems).Append("\n\n---\n\n");
        }

        foreach (var item in pack.Items)
        {
            Append(file, item);
        }

        AppendStatistics(file, pack.Items);
        file.Append(
            CultureInfo.InvariantCulture,
            $"""
            ---

            {PackFormat.NextStepsHeading}

            1. **人工 Review**（Gate1）：勾选你认可的条目
            2. **触发发布**：运行指令将 `approve` 的条目发布到日报
            3. **生成草稿卡**：从日报中提炼知识卡片

            ---

            *本文件由 News-Educator v2.1 自动生成 | 白名单合规校验：{pack.Compliance}*

            """
        );
        return file.ToString();
    }

    private static void Append(StringBuilder file, PackEntry item)
    {
        file.Append(
            CultureInfo.InvariantCulture,
            $"""
            ## {item.Number}. {MarkdownText.Escape(item.Title)}

            **{PackFormat.Source}**：{item.Url}
            **{PackFormat.Type}**：{item.Type}
            **{PackFormat.Summary}**：{MarkdownText.Escape(item.Summary)}

            """
        );
        AppendField(file, PackFormat.OneLiner, item.OneLiner);
        AppendField(file, PackFormat.Analogy, item.Analogy);
        AppendField(file, PackFormat.Terms, item.Terms);
        file.Append("\n**Review**：\n");
        foreach (var choice in PackFormat.Choices)
        {
            file.Append(CultureInfo.InvariantCulture, $"- [{(item.Choice == choice ? 'x' : ' ')}] {PackFormat.NameOf(choice)}\n");
        }

        file.Append("\n---\n\n");
    }

    private static void AppendField(StringBuilder file, string field, string? value)
    {
        if (value is not null)
        {
            file.Append(CultureInfo.InvariantCulture, $"**{field}**：{MarkdownText.Escape(value)}\n");
        }
    }

    private static void AppendStatistics(StringBuilder file, IReadOnlyList<PackEntry> items)
    {
        file.Append(CultureInfo.InvariantCulture, $"{PackFormat.StatisticsHeading}\n\n- **总条目**：{items.Count} 条\n- **来源分布**：\n");
        var groups = items.CountBy(item => PackFormat.GroupOf(item.Url)).ToDictionary();
        foreach (var group in PackFormat.Groups.Where(groups.ContainsKey))
        {
            file.Append(CultureInfo.InvariantCulture, $"  - {group}: {groups[group]} 条\n");
        }

        file.Append("- **资讯类型**：\n");
        var families = items.CountBy(item => ItemTypes.FamilyOf(item.Type));
        foreach (var (family, count) in families.OrderBy(family => ItemTypes.PlaceOf(family.Key)))
        {
            file.Append(CultureInfo.InvariantCulture, $"  - {family}：{count} 条\n");
        }

        file.Append('\n');
    }
}
