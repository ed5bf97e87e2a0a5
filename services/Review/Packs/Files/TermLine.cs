using NewsEducator.Contracts;

namespace NewsEducator.Review.Packs.Files;

/// <summary>Terms on one line of a pack file: <c>词：解释；词：解释</c>.</summary>
internal static class TermLine
{
    public static string? Write(IReadOnlyList<Term> terms) =>
        terms.Count == 0 ? null : PlainText.Line(string.Join('；', terms.Select(term => $"{term.Name}：{term.Explanation}")));

    /// <returns>Null where a part is no term with its explanation.</returns>
    public static IReadOnlyList<Term>? Read(string? line)
    {
        var terms = (line ?? "")
            .Split(['；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split(['：', ':'], 2, StringSplitOptions.TrimEntries))
            .ToList();
        return terms.TrueForAll(part => part is [{ Length: > 0 }, { Length: > 0 }])
            ? terms.ConvertAll(part => new Term { Name = part[0], Explanation = part[1] })
            : null;
    }
}
