using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Notes;

namespace NewsEducator.Publisher.Tests;

public sealed class CardIdentityTests
{
    [Fact]
    public void G14_A_mended_title_keeps_the_notes_guid()
    {
        var before = CardDraft.Choose(Some.Digest(Some.Item(1, title: "Cahe bug")), 1).Single();
        var after = CardDraft.Choose(Some.Digest(Some.Item(1, title: "Cache bug")), 1).Single();
        var other = CardDraft.Choose(Some.Digest(Some.Item(2, title: "Cache bug")), 1).Single();

        after.NoteGuid.ShouldBe(before.NoteGuid);
        after.Id.ShouldBe(before.Id);
        other.NoteGuid.ShouldNotBe(before.NoteGuid);
    }

    [Fact]
    public void G15_Names_that_differ_in_case_only_are_two_names()
    {
        var names = new[] { Some.Item(1, title: "API limits"), Some.Item(2, title: "Api limits") }
            .Select(item => CardDraft.SlugOf(item.Content.Title, item.ItemId).ToUpperInvariant())
            .ToList();

        names.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void G15_A_name_that_another_file_has_in_other_case_is_taken()
    {
        var folder = Directory.CreateTempSubdirectory("newseducator-names-");
        File.WriteAllText(Path.Combine(folder.FullName, "API limits.md"), "mine");

        Vault.IsTaken(folder.FullName, "Api limits.md").ShouldBeTrue();
        Vault.IsTaken(folder.FullName, "API limits.md").ShouldBeFalse();
        Vault.IsTaken(folder.FullName, "elsewhere/Api limits.md").ShouldBeFalse();
        folder.Delete(recursive: true);
    }
}
