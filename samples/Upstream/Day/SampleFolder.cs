namespace NewsEducator.Upstream.Day;

internal static class SampleFolder
{
    public static IReadOnlyList<SampleItem> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(ReadFile)];

    private static SampleItem ReadFile(string path)
    {
        var category = Path.GetFileName(Path.GetDirectoryName(path))!;
        try
        {
            return SampleFile.Parse(category, File.ReadAllText(path));
        }
        catch (Exception error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }
}
