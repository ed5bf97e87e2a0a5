using System.Security.Cryptography;
using System.Text;
using NewsEducator.Review.Packs.Files;

namespace NewsEducator.Review.Notes;

/// <summary>What this service knows of one pack's note: what it read last, and what it is about to write.</summary>
internal sealed class Note
{
    private const int MostReplaced = 100;

    public DateOnly Date { get; init; }

    /// <summary>The file as it stood when it was last read, or written and confirmed; anything else is a person's, see
    /// <see cref="IsOurs"/>.</summary>
    public required string Text { get; set; }

    /// <summary>The pack that <see cref="Text"/> shows: it tells what a person changed from what has changed here.</summary>
    public required PackDocument Base { get; set; }

    /// <summary>The pack that the note showed when the person saved it last, where this service has written into it since.</summary>
    public PackDocument? Earlier { get; set; }

    /// <summary>What is to be written; kept before the first attempt, and until the file holds it. Null where nothing is
    /// outstanding.</summary>
    public string? Draft { get; set; }

    /// <summary>The pack that <see cref="Draft"/> shows.</summary>
    public PackDocument? DraftBase { get; set; }

    /// <summary>SHA-256 of texts of this service that it has replaced since: whoever brings one of them back, a sync tool or a mount,
    /// decided nothing.</summary>
    public string[] Replaced { get; set; } = [];

    /// <summary>The version of the pack that was compared last.</summary>
    public required int PackVersion { get; set; }

    /// <summary>It holds what a person saved and what was not taken over; remarks say why.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Whether this is no person's save.</summary>
    public bool IsOurs(string text) => text == Text || Replaced.Contains(HashOf(text));

    /// <summary>The file holds the draft.</summary>
    public void Written()
    {
        if (Draft is null || DraftBase is null)
        {
            return;
        }

        Forget(Text);
        Earlier = Base.IsSameSelectionAs(DraftBase) ? Earlier ?? Base : null;
        (Text, Base, Draft, DraftBase) = (Draft, DraftBase, null, null);
    }

    /// <summary>What the file holds is known, whoever wrote it, and so is what to do with it.</summary>
    /// <param name="text">Null where there is no file.</param>
    public void Compared(string? text, Wish wish, int packVersion)
    {
        if (text is not null && text != Text)
        {
            if (IsOurs(text))
            {
                Forget(Text);
            }

            GiveUpDraft();
            (Text, Base, Earlier) = (text, wish.Shows, null);
        }

        (PackVersion, IsRefused) = (packVersion, wish.IsRefused);
    }

    /// <summary>Keeps what the file is to hold until it holds it.</summary>
    public void Hold(string wanted, string? text, PackDocument shows)
    {
        if (wanted == Draft)
        {
            return;
        }

        GiveUpDraft();
        (Draft, DraftBase) = wanted == text ? (null, null) : (wanted, shows);
    }

    private void GiveUpDraft()
    {
        if (Draft is not null)
        {
            Forget(Draft);
            (Draft, DraftBase) = (null, null);
        }
    }

    private void Forget(string text) => Replaced = [.. Replaced.Append(HashOf(text)).Distinct().TakeLast(MostReplaced)];

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
