using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NewsEducator.SettingsGuide;

/// <summary>The summary of a documentation comment as one line of Markdown.</summary>
internal static partial class DocText
{
    public static string Of(MemberDeclarationSyntax member)
    {
        var lines = member
            .GetLeadingTrivia()
            .Select(trivia => trivia.GetStructure())
            .OfType<DocumentationCommentTriviaSyntax>()
            .Select(comment => comment.ToFullString())
            .FirstOrDefault();
        if (lines is null)
        {
            return "";
        }

        var summary = XElement.Parse($"<doc>{Slashes().Replace(lines, "")}</doc>").Element("summary");
        return summary is null
            ? ""
            : Blanks().Replace(string.Concat(summary.Nodes().Select(TextOf)), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string TextOf(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see => $"`{((string?)see.Attribute("cref"))?.Split('.')[^1]}`",
            XElement element => $"`{element.Value}`",
            _ => "",
        };

    [GeneratedRegex(@"^\s*///", RegexOptions.Multiline)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
