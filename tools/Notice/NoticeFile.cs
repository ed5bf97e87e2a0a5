using System.Text;

namespace NewsEducator.Notice;

/// <summary>NOTICE: what people wrote, and below it the packages of what is shipped.</summary>
internal static class NoticeFile
{
    public const string Name = "NOTICE";

    private const string Heading = "Packages, written by `dotnet run --project tools/Notice`:\n";

    public static string Render(string root, IEnumerable<LockedPackage> packages)
    {
        var page = new StringBuilder(WrittenByPeople(File.ReadAllText(Path.Combine(root, Name)))).Append(Heading);
        foreach (var license in packages.Where(package => package.IsShipped).GroupBy(LicensePolicy.LicenseOf).OrderBy(group => group.Key))
        {
            page.Append($"\n{license.Key}\n");
            // Two versions of a package are one line.
            foreach (var line in license.Select(package => $"  {package.Id}: {package.Owner}\n").Distinct())
            {
                page.Append(line);
            }
        }

        return page.ToString();
    }

    private static string WrittenByPeople(string text) =>
        text.IndexOf(Heading, StringComparison.Ordinal) is var place and >= 0 ? text[..place] : $"{text.TrimEnd()}\n\n";
}
