using NewsEducator.Notice;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.SupplyChain;

/// <summary>The licences of all packages of the lock files. Those of npm are tools of tests and shipped with nothing.</summary>
public sealed class LicenseTests
{
    private static readonly IReadOnlyList<LockedPackage> Packages = LockedPackage.All(Repository.Root);

    [Fact]
    public void Each_package_has_an_allowed_licence()
    {
        Packages.Count.ShouldBeGreaterThan(200);
        LicensePolicy.Refused(Packages).ShouldBeEmpty();
    }

    [Fact]
    public void NOTICE_names_what_is_shipped() =>
        (NoticeFile.Render(Repository.Root, Packages) == File.ReadAllText(Repository.In(NoticeFile.Name))).ShouldBeTrue(
            $"{NoticeFile.Name} is outdated: dotnet run --project tools/Notice"
        );

    [Fact]
    public void Each_exception_is_of_a_package_that_is_used() =>
        LicensePolicy
            .Exceptions.Where(each => !Packages.Any(package => package.Id == each.Id && package.Version == each.Version))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("GPL-3.0-only")]
    [InlineData("AGPL-3.0-or-later")]
    [InlineData("MIT AND GPL-2.0-only")]
    [InlineData("(MIT OR GPL-2.0-only) AND Apache-2.0")]
    [InlineData("file")]
    [InlineData("none")]
    public void Any_other_licence_is_refused_by_name(string license)
    {
        LockedPackage[] packages = [Some("Good", "MIT"), Some("Other", license), Some("Fine", "Apache-2.0 OR MPL-2.0")];

        LicensePolicy.Refused(packages).ShouldBe([$"Other 1.0.0: {license}"]);
    }

    [Fact]
    public void An_exception_holds_for_its_version_only() =>
        LicensePolicy
            .Refused([Some("StandardWebhooks", "file") with { Version = "1.1.2" }, Some("StandardWebhooks", "file")])
            .ShouldBe(["StandardWebhooks 1.0.0: file"]);

    private static LockedPackage Some(string id, string license) => new(id, "1.0.0", license, "Somebody", IsShipped: true);
}
