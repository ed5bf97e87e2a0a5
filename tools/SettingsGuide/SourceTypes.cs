using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NewsEducator.SettingsGuide;

/// <summary>Classes and constants as they are written; nothing is compiled.</summary>
internal sealed class SourceTypes
{
    private static readonly string[] Folders = ["services", "ServiceDefaults", "contracts"];

    private readonly Dictionary<string, TypeDeclarationSyntax> _types = [];
    private readonly Dictionary<string, ExpressionSyntax> _constants = [];

    public SourceTypes(string root)
    {
        var files = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: Path.GetRelativePath(root, file));
            foreach (var type in tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            {
                Add(type);
            }
        }
    }

    public IEnumerable<TypeDeclarationSyntax> All => _types.Values;

    public TypeDeclarationSyntax? Find(string name) => _types.GetValueOrDefault(name);

    /// <param name="name">For example <c>Roles.Reviewer</c>.</param>
    public ExpressionSyntax? ConstantOf(string name) => _constants.GetValueOrDefault(name);

    private void Add(TypeDeclarationSyntax type)
    {
        _types.TryAdd(type.Identifier.Text, type);
        foreach (var field in type.Members.OfType<FieldDeclarationSyntax>().Where(field => field.Modifiers.Any(SyntaxKind.ConstKeyword)))
        {
            foreach (var constant in field.Declaration.Variables.Where(constant => constant.Initializer is not null))
            {
                _constants.TryAdd($"{type.Identifier.Text}.{constant.Identifier.Text}", constant.Initializer!.Value);
            }
        }
    }
}
