using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Publisher;

/// <summary>Section <c>Publisher</c>.</summary>
internal sealed class PublisherOptions
{
    public const string Section = "Publisher";

    /// <summary>Where readers reach this service, for example <c>http://localhost:5090</c>; set by the host.</summary>
    [Required]
    public Uri PublicUrl { get; set; } = new("http://localhost:5090");

    /// <summary>The vault that digests, cards and the index are written into; none are written where it is empty.</summary>
    public string? NotesFolder { get; set; }

    /// <summary>Path of a digest in the vault; <c>{date}</c> stands for the date.</summary>
    [Required]
    public string DigestPath { get; set; } = "02-学习记录/01-日报/{date}-资讯日报.md";

    /// <summary>Path of a card; <c>{date}</c> and <c>{slug}</c> stand for the digest's date and the card's name.</summary>
    [Required]
    public string CardPath { get; set; } = "00-收集箱/News-Knowledge-Drafts/{date}-{slug}.md";

    /// <summary>The index note; only the block between the product's markers is rewritten.</summary>
    [Required]
    public string IndexPath { get; set; } = "01-导航索引/News-MOC.md";

    /// <summary>The most cards that a digest drafts.</summary>
    [Range(0, 10)]
    public int CardsPerDigest { get; set; } = 3;
}
