using NewsEducator.Review.Packs.Files;

namespace NewsEducator.Review.Tests.Packs.Files;

/// <summary>The files of Packs/Files/Broken.</summary>
internal static class BrokenPack
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Packs", "Files", "Broken");

    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    public static string FileOf(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.md"));

    public static IEnumerable<string> ErrorsOf(string name) =>
        File.ReadLines(Path.Combine(Folder, $"{name}.errors")).Select(line => line.TrimEnd());

    public static string LineOf(PackFileError error) =>
        string.Join(
                " | ",
                [
                    error.Line.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    error.Item?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-",
                    error.Code,
                    .. error.Arguments,
                ]
            )
            .TrimEnd();
}
