namespace NewsEducator.Notice;

/// <summary>Which licences packages may have.</summary>
internal static class LicensePolicy
{
    private static readonly string[] Allowed = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL"];

    /// <summary>Packages that a person looked at. Each holds for one version: another one is looked at again.</summary>
    internal static readonly IReadOnlyList<LicenseException> Exceptions =
    [
        new("Microsoft.ML.OnnxRuntime", "1.31.1", "MIT", "The package has the licence as a file."),
        new("Microsoft.ML.OnnxRuntime.Managed", "1.31.1", "MIT", "The package has the licence as a file."),
        new("StandardWebhooks", "1.1.2", "MIT", "The package has the licence as a file."),
        new("CodeHollow.FeedReader", "2.1.1", "MIT", "The package has the licence as a file; benchmarks only."),
        new("Deque.AxeCore.Commons", "4.14.0", "MPL-2.0", "Tests only, used unchanged and shipped with nothing."),
    ];

    /// <returns>The licence that counts, as an SPDX expression.</returns>
    public static string LicenseOf(LockedPackage package) => ExceptionFor(package)?.License ?? package.License;

    /// <returns>A line for each package without an allowed licence.</returns>
    public static IReadOnlyList<string> Refused(IEnumerable<LockedPackage> packages) =>
        [
            .. packages
                .Where(package => ExceptionFor(package) is null && !IsAllowed(package.License))
                .Select(package => $"{package.Id} {package.Version}: {package.License}"),
        ];

    /// <param name="expression">SPDX; one with brackets or WITH is left to a person.</param>
    public static bool IsAllowed(string expression) =>
        expression
            .Split(" OR ")
            .Any(choice => choice.Split(" AND ").All(license => Allowed.Contains(license.Trim(), StringComparer.Ordinal)));

    private static LicenseException? ExceptionFor(LockedPackage package) =>
        Exceptions.FirstOrDefault(each =>
            string.Equals(each.Id, package.Id, StringComparison.OrdinalIgnoreCase) && each.Version == package.Version
        );
}

/// <param name="Reason">For who reads the list.</param>
internal sealed record LicenseException(string Id, string Version, string License, string Reason);
