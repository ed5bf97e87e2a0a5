using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Publisher;

/// <summary>Section <c>Publisher</c>.</summary>
internal sealed class PublisherOptions
{
    public const string Section = "Publisher";

    /// <summary>Where readers reach this service, for example <c>http://localhost:5090</c>; set by the host.</summary>
    [Required]
    public Uri PublicUrl { get; set; } = new("http://localhost:5090");

    /// <summary>The vault for digests, cards and the index; if empty, none are written.</summary>
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

    /// <summary>The publication's time zone (IANA), used on its pages.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>Says on page, feed and note that the summary was generated and who approved it.</summary>
    public bool LabelGenerated { get; set; } = true;

    /// <summary>Names the producer in the label's metadata.</summary>
    [Required]
    public string LabelProducer { get; set; } = "News-Educator";

    /// <summary>Entries of a feed, the newest first.</summary>
    [Range(1, 500)]
    public int FeedEntries { get; set; } = 50;

    /// <summary>A WebSub hub, named in the feeds and pinged after each change; none by default.</summary>
    public Uri? FeedHub { get; set; }

    /// <summary>Of a digest's page, as events name it.</summary>
    public string AddressOf(DateOnly date) => new Uri(PublicUrl, $"/digests/{date:yyyy-MM-dd}").ToString();
}
