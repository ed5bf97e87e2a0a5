namespace NewsEducator.Contracts;

/// <summary>Code spans that notes programs run rather than show: inline queries and scripts of Dataview, templates, dice, fields of
/// forms.</summary>
internal static class LiveCode
{
    private static readonly string[] Beginnings =
    [
        "=",
        "$=",
        "dv:",
        "dvjs:",
        "js:",
        "dice:",
        "dice+",
        "view[",
        "input[",
        "button[",
        "button-",
        "embed[",
        "fp:",
        "tp.",
        "!=",
    ];
    private static readonly string[] Anywhere = ["<%", "%>", "{{", "{%"];

    /// <param name="span">With its fences.</param>
    public static bool Is(ReadOnlySpan<char> span)
    {
        var code = span.Trim('`').Trim();
        foreach (var beginning in Beginnings)
        {
            if (code.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (var part in Anywhere)
        {
            if (code.Contains(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
