using System.Globalization;
using System.Text.RegularExpressions;
using System.Web;

namespace NewsEducator.Collector.Connectors.GitHub;

/// <summary>A repository and which of its issues:
/// <c>owner/name?labels=bug,security&amp;state=open&amp;comments=5&amp;reactions=10</c>.</summary>
/// <param name="Owner">The account.</param>
/// <param name="Name">The repository.</param>
/// <param name="State">open, closed or all.</param>
/// <param name="Labels">All of them, separated by commas; null for any.</param>
/// <param name="Comments">At least.</param>
/// <param name="Reactions">At least.</param>
internal sealed partial record IssueFilter(string Owner, string Name, string State, string? Labels, int Comments, int Reactions)
{
    public static readonly SourceTarget Target = new(
        "repository",
        "owner/name or owner/name?labels=bug,security&state=open&comments=5&reactions=10",
        Form()
    )
    {
        Page = target => new Uri($"https://github.com/{target.Split('?')[0]}/"),
    };

    public static IssueFilter Parse(string target)
    {
        var parts = target.Split('?', 2);
        var wanted = HttpUtility.ParseQueryString(parts.Length > 1 ? parts[1] : "");
        var repository = parts[0].Split('/');
        return new IssueFilter(
            repository[0],
            repository[1],
            wanted["state"] ?? "all",
            wanted["labels"],
            Number(wanted["comments"]),
            Number(wanted["reactions"])
        );
    }

    public bool Wants(ItemFacts facts) => facts.Comments >= Comments && facts.Reactions >= Reactions;

    private static int Number(string? text) => text is null ? 0 : int.Parse(text, CultureInfo.InvariantCulture);

    private const string Part = @"(state=(open|closed|all)|labels=[^&?#\r\n\t]{1,200}|comments=\d{1,5}|reactions=\d{1,5})";

    [GeneratedRegex($@"^(?!\.+/)[\w.-]{{1,100}}/(?!\.+(\?|\z))[\w.-]{{1,100}}(\?{Part}(&{Part}){{0,3}})?\z", RegexOptions.ECMAScript)]
    private static partial Regex Form();
}
