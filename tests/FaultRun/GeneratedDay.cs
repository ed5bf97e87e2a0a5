using System.Globalization;
using System.Text;
using NewsEducator.Testing;

namespace NewsEducator.FaultRun;

/// <summary>
/// A day of as many issues as are asked for, written as sample files for the demo's upstream. Each has words of its own, so that none
/// is taken for a copy of another.
/// </summary>
internal static class GeneratedDay
{
    private static readonly string[] Repositories =
    [
        "northwind-labs/ledger",
        "quillmesh/gateway",
        "saltmarsh-io/tidequeue",
        "brightloom/frame",
    ];

    private static readonly string[] Syllables =
    [
        "ba",
        "cor",
        "den",
        "fi",
        "gal",
        "hum",
        "jo",
        "kel",
        "mar",
        "nov",
        "pri",
        "quo",
        "rin",
        "sol",
        "tev",
        "ul",
        "vex",
        "wim",
        "yor",
        "zan",
    ];

    /// <summary>Writes them beside the sample day, which the imported packs are about.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="count">How many.</param>
    /// <param name="first">So many that were written elsewhere before are left out.</param>
    /// <returns>The address of each issue, as it is served.</returns>
    public static IReadOnlyList<string> Write(string folder, int count, int first = 0)
    {
        var day = Repository.In("samples/day");
        foreach (var file in Directory.EnumerateFiles(day, "*.md", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(day, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var random = new Random(20261129 + first);
        var urls = new List<string>();
        for (var index = first; index < first + count; index++)
        {
            var repository = Repositories[index % Repositories.Length];
            var number = 10_000 + index;
            var issues = Directory.CreateDirectory(Path.Combine(folder, "incidents")).FullName;
            File.WriteAllText(
                Path.Combine(issues, FormattableString.Invariant($"issue-{number}.md")),
                Issue(repository, number, index, random)
            );
            urls.Add(FormattableString.Invariant($"https://github.com/{repository}/issues/{number}"));
        }

        return urls;
    }

    private static string Issue(string repository, int number, int index, Random random)
    {
        var (part, cause) = (Name(random), Name(random));
        var hours = (1 + (index % 40 / 2.0)).ToString(CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            ---
            kind: issue
            id: {repository}#{number}
            title: "{Upper(part)} stops after {random.Next(100, 900)} requests because {cause} is never released"
            author: {Name(random)}
            hoursAgo: {hours}
            state: closed
            reactions: {random.Next(20, 90)}
            ---
            The {part} stopped answering at {random.Next(24):00}:{random.Next(60):00} after {random.Next(
                1000,
                9000
            )} requests, and {random.Next(3, 60)} workers waited for the {cause}.

            {Prose(random, part)}

            The {cause} is taken when the {part} starts and is not released when a request of the {Name(
                random
            )} fails, so that each failure costs one of {random.Next(20, 400)} slots.

            {Prose(random, cause)}
            === {Name(random)} after 1.5h, 4 reactions
            {Prose(random, part)}
            === {Name(random)} after 2.5h, 14 reactions, answer
            Fixed in {random.Next(1, 9)}.{random.Next(30)}.{random.Next(
                20
            )}: the {cause} is released in every case, and a test with {random.Next(1000, 90000)} failing requests covers the {part}.
            """
        );
    }

    private static string Prose(Random random, string subject)
    {
        var text = new StringBuilder();
        for (var sentence = 0; sentence < 3; sentence++)
        {
            text.Append(
                    CultureInfo.InvariantCulture,
                    $"The {Name(random)} of the {subject} calls the {Name(random)} {random.Next(2, 500)} times, "
                )
                .Append(
                    CultureInfo.InvariantCulture,
                    $"and the {Name(random)} between {Name(random)} and {Name(random)} grows to {random.Next(2, 900)} entries. "
                );
        }

        return text.ToString();
    }

    private static string Name(Random random) =>
        string.Concat(Enumerable.Range(0, 3).Select(_ => Syllables[random.Next(Syllables.Length)]));

    private static string Upper(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
