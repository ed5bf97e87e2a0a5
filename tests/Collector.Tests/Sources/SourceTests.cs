using NewsEducator.Collector.Sources;

namespace NewsEducator.Collector.Tests.Sources;

public sealed class SourceTests
{
    private static readonly SourceSettings Settings = new("github-issues", "a/b", TimeSpan.FromMinutes(15), Enabled: true);

    [Fact]
    public void The_file_changes_a_source_of_its_own()
    {
        var source = Source.Make("s", Settings, fromFile: true);
        source.Configure(Settings with { Target = "a/c" });
        (source.Target, source.Revision).ShouldBe(("a/c", 2));
    }

    [Fact]
    public void A_file_that_says_the_same_again_makes_no_new_revision()
    {
        var source = Source.Make("s", Settings, fromFile: true);
        source.Configure(Settings);
        source.Revision.ShouldBe(1);
    }

    [Fact]
    public void An_edit_by_a_person_takes_the_source_over_from_the_file()
    {
        var source = Source.Make("s", Settings, fromFile: true);
        source.Edit(Settings with { Enabled = false });
        source.Configure(Settings);
        source.Enabled.ShouldBeFalse();
    }

    [Fact]
    public void A_source_that_vanished_from_the_file_is_disabled_and_one_made_by_a_person_stays()
    {
        var (ofFile, ofPerson) = (Source.Make("s", Settings, fromFile: true), Source.Make("p", Settings, fromFile: false));
        ofFile.Retire();
        ofPerson.Retire();
        (ofFile.Enabled, ofPerson.Enabled).ShouldBe((false, true));
    }
}
