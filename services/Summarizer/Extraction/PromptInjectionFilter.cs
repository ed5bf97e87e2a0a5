using System.Text.RegularExpressions;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>Orders to whoever reads or decides: none of them says anything about the matter.</summary>
internal static partial class PromptInjectionFilter
{
    public static bool Has(string text) => Order().IsMatch(text);

    [GeneratedRegex(
        @"(ignore|disregard|forget)\s{1,5}(all\s{1,5}|any\s{1,5})?(of\s{1,5})?(the\s{1,5})?(previous|prior|above|earlier)|system\s{0,5}(prompt|:)|maintenance mode|approve\s{1,5}(this|the\s{1,5}item|everything)|"
            + @"pre-?approved|needs-verify|tick the|do not mention|the real task|api key|^(assistant|reviewers?|system|note to)\b[\s,:]|summari[sz]er|"
            + @"write in the summary|to the summary|follow the redirect|忽略.{0,8}(指令|规则|要求)|批准本条|忽略.{0,6}(之前|以上|前面)|直接批准|无需审核|在摘要中",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Order();
}
