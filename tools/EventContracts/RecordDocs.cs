using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsEducator.EventContracts;

/// <summary>What the records' own documentation comments say; the compiler writes them beside the assembly.</summary>
internal sealed partial class RecordDocs(Assembly assembly)
{
    private readonly Dictionary<string, XElement> _summaries = XDocument
        .Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => (string)member.Attribute("name")!, member => member.Element("summary")!);

    /// <returns>Null where there is no comment.</returns>
    public string? Of(MemberInfo member) =>
        _summaries.TryGetValue(
            member is Type type ? $"T:{type.FullName}" : $"P:{member.DeclaringType!.FullName}.{member.Name}",
            out var summary
        )
            ? TextOf(summary)
            : null;

    private static string TextOf(XElement summary) => Blanks().Replace(string.Concat(summary.Nodes().Select(TextOf)), " ").Trim();

    // <see cref="P:NewsEducator.Contracts.WithdrawnEntry.Kind" /> is named after its last part.
    private static string TextOf(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement element when (string?)element.Attribute("cref") is { } name => name[(name.LastIndexOf('.') + 1)..],
            XElement element => element.Value,
            _ => "",
        };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
