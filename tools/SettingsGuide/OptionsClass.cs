using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NewsEducator.SettingsGuide;

/// <summary>A setting that can be written into the configuration.</summary>
/// <param name="Name">As in the environment.</param>
/// <param name="Default">Empty without one.</param>
/// <param name="Allowed">Empty if the type says it all.</param>
/// <param name="Meaning">From its documentation comment.</param>
internal sealed record Setting(string Name, string Default, string Allowed, string Meaning);

/// <summary>A class whose summary begins with <c>Section &lt;c&gt;NAME&lt;/c&gt;</c>, with its settings.</summary>
internal sealed partial class OptionsClass(TypeDeclarationSyntax type, SourceTypes types)
{
    private readonly DefaultText _defaults = new(types);

    public static IEnumerable<OptionsClass> All(SourceTypes types) =>
        types.All.Where(type => SectionName().IsMatch(DocText.Of(type))).Select(type => new OptionsClass(type, types));

    public string Section => SectionName().Match(DocText.Of(type)).Groups["name"].Value;

    /// <summary>Collector, or ServiceDefaults for what all services read.</summary>
    public string Owner => type.SyntaxTree.FilePath.Split('/') is ["services", var service, ..] ? service : "ServiceDefaults";

    public IEnumerable<Setting> Settings => Of(type, $"{Section.Replace(":", "__", StringComparison.Ordinal)}__");

    private IEnumerable<Setting> Of(TypeDeclarationSyntax declared, string prefix) =>
        declared.Members.OfType<PropertyDeclarationSyntax>().Where(IsSetting).SelectMany(property => Of(property, prefix));

    private IEnumerable<Setting> Of(PropertyDeclarationSyntax property, string prefix)
    {
        var (element, index) = Collection().Match(property.Type.ToString()) switch
        {
            { Success: true } list when list.Groups["key"].Success => (list.Groups["of"].Value, "__NAME"),
            { Success: true } list => (list.Groups["of"].Value, "__0"),
            _ => (
                property.Type.ToString().TrimEnd('?', ']', '['),
                property.Type.ToString().Contains("[]", StringComparison.Ordinal) ? "__0" : ""
            ),
        };
        var name = $"{prefix}{property.Identifier.Text}{index}";
        return types.Find(element) is { } nested
            ? Of(nested, $"{name}__")
            : [new Setting(name, _defaults.Of(property), AllowedBy(property), DocText.Of(property))];
    }

    private static bool IsSetting(PropertyDeclarationSyntax property) =>
        property.ExpressionBody is null
        && property.Modifiers.Any(SyntaxKind.PublicKeyword)
        && !property.Type.ToString().StartsWith("Action<", StringComparison.Ordinal)
        && property.AccessorList!.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null });

    private static string AllowedBy(PropertyDeclarationSyntax property)
    {
        var attributes = property.AttributeLists.SelectMany(list => list.Attributes).ToDictionary(each => each.Name.ToString());
        List<string> texts = [];
        if (attributes.ContainsKey("Required"))
        {
            texts.Add("required");
        }

        if (attributes.TryGetValue("Range", out var range))
        {
            var bounds = range.ArgumentList!.Arguments.Select(argument => argument.ToString().Trim('"').TrimEnd('d')).ToArray();
            texts.Add($"{bounds[^2]} to {(bounds[^1] == "long.MaxValue" ? "any" : bounds[^1])}");
        }

        if (attributes.TryGetValue("AllowedValues", out var values))
        {
            texts.Add(string.Join(", ", values.ArgumentList!.Arguments.Select(argument => argument.ToString().Trim('"'))));
        }

        if (attributes.TryGetValue("MinLength", out var length))
        {
            texts.Add($"at least {length.ArgumentList!.Arguments[0]} characters");
        }

        return string.Join("; ", texts);
    }

    // Section `Collector`: what …
    [GeneratedRegex("^Section `(?<name>[^`]+)`")]
    private static partial Regex SectionName();

    // IDictionary<string, HostThrottling>, List<string>, IReadOnlyList<string>
    [GeneratedRegex(@"^I?(?:ReadOnly)?(?:List|Dictionary)<(?<key>string, )?(?<of>\w+)>\??$")]
    private static partial Regex Collection();
}
