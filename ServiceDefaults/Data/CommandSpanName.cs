using System.Text.RegularExpressions;

namespace NewsEducator.ServiceDefaults.Data;

/// <summary>Names a database span after what it does, <c>INSERT outbox</c>, instead of after the database system.</summary>
internal static partial class CommandSpanName
{
    /// <returns>Null, for the usual name, where the statement names no table.</returns>
    public static string? Of(string sql) =>
        Statement().Match(sql) is { Success: true } match
            ? $"{match.Groups["verb"].Value.ToUpperInvariant()} {match.Groups["table"].Value}"
            : null;

    // SELECT i.id, … FROM items AS i; INSERT INTO outbox (…); UPDATE items SET …; DELETE FROM outbox AS o
    [GeneratedRegex(
        """(?:\A|[;(])\s*(?:(?<verb>SELECT)\b[^;]*?\bFROM|(?<verb>INSERT)\s+INTO|(?<verb>DELETE)\s+FROM|(?<verb>UPDATE))\s+"?(?<table>\w+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Statement();
}
