using NewsEducator.Contracts;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Pages;

/// <summary>An item as HTML: the same on its page, in its digest and in every feed.</summary>
internal static class ItemHtml
{
    /// <summary>The item with its head.</summary>
    /// <param name="html">Gets it.</param>
    /// <param name="frame">What surrounds it.</param>
    /// <param name="item">The item.</param>
    /// <param name="isPage">It is all that its page shows.</param>
    public static void WriteArticle(HtmlText html, Frame frame, DigestItem item, bool isPage = false)
    {
        var content = item.Content;
        html.Write(
            $"""<article id="item-{item.Number}" class="item" lang="{content.Language}" itemscope itemtype="https://schema.org/NewsArticle">"""
        );
        if (isPage)
        {
            html.Write($"""<h1 itemprop="headline">{Coded(content.Title)}</h1>""");
        }
        else
        {
            html.Write($"""<h3 itemprop="headline"><span class="number">{item.Number}.</span> {Coded(content.Title)}</h3>""");
        }

        WriteFacts(html, frame, item, isPage);
        WriteCorrection(html, frame, item, isPage);
        WriteBody(html, frame, XmlSafeText.Of(content), item.ApprovedBy);
        html.Write($"</article>");
    }

    /// <summary>What it says, without its head.</summary>
    /// <param name="html">Gets it.</param>
    /// <param name="frame">What surrounds it.</param>
    /// <param name="content">Without characters that XML forbids.</param>
    /// <param name="approvedBy">Whom the label names.</param>
    public static void WriteBody(HtmlText html, Frame frame, ApprovedContent content, string approvedBy)
    {
        var sentences = content.Claims.Select(claim => new Sentence(claim, WebLink.Of(TextFragment.Of(content, claim)))).ToList();
        var isSummary = content.Claims.Count > 0 && IsSummary(content);
        if (content.OneLiner is { Length: > 0 } oneLiner)
        {
            html.Write($"""<p class="one-liner" itemprop="abstract">{Coded(oneLiner)}</p>""");
        }

        WriteSummary(html, frame, content, isSummary ? sentences : null);
        if (content.Analogy is { Length: > 0 } analogy)
        {
            html.Write(
                $"""<p class="analogy"><span class="tag" lang="{frame.HtmlLanguage}">{frame["item.analogy"]}</span> {Coded(analogy)}</p>"""
            );
        }

        if (content.Terms.Count > 0)
        {
            html.Write($"""<dl class="terms">""");
            foreach (var term in content.Terms)
            {
                html.Write($"<div><dt>{term.Name}</dt><dd>{Coded(term.Explanation)}</dd></div>");
            }

            html.Write($"</dl>");
        }

        WriteEvidence(html, frame, content, sentences);
        WriteSources(html, frame, content);
        if (frame.HasLabel)
        {
            html.Write($"""<p class="label quiet" lang="{frame.HtmlLanguage}">{frame.Text("label", approvedBy)}</p>""");
        }
    }

    private static void WriteFacts(HtmlText html, Frame frame, DigestItem item, bool isPage)
    {
        var content = item.Content;
        html.Write(
            $"""
            <meta itemprop="datePublished" content="{Frame.Iso(item.DigestDate)}" />
                <meta itemprop="inLanguage" content="{content.Language}" />
                <meta itemprop="identifier" content="urn:uuid:{item.ItemId}" />
                <p class="facts quiet" lang="{frame.HtmlLanguage}"><span>{frame.TypeName(content.Type)}</span> ·
                    <a href="{frame.Link(
                $"/concepts/{Uri.EscapeDataString(content.Concept.Key)}"
            )}" itemprop="about">{content.Concept.Name}</a> ·
                    <a href="{frame.Link($"/sources/{item.Source}")}">{item.Source}</a> ·
                    {frame.Text("item.minutes", ReadingTime.MinutesOf(content))} ·

            """
        );
        if (isPage)
        {
            var (day, date) = (Frame.Iso(item.DigestDate), frame.Text("item.inDigest", Frame.Iso(item.DigestDate)));
            html.Write($"""<a href="{frame.Link($"/digests/{day}#item-{item.Number}")}">{date}</a>""");
        }
        else
        {
            html.Write($"""<a href="{frame.Link($"/items/{item.ItemId}")}" itemprop="url">{frame["item.permalink"]}</a>""");
        }

        if (frame.TakesReports)
        {
            html.Write($""" · <a href="{frame.Link($"/items/{item.ItemId}/report")}" rel="nofollow">{frame["report.link"]}</a>""");
        }

        html.Write($"</p>");
    }

    private static void WriteCorrection(HtmlText html, Frame frame, DigestItem item, bool isPage)
    {
        if (item is not { CorrectedAt: { } corrected, CorrectionReason: { } reason })
        {
            return;
        }

        html.Write($"""<meta itemprop="dateModified" content="{Frame.Iso(corrected)}" />""");
        if (isPage)
        {
            html.Write(
                $"""
                <p class="corrected" lang="{frame.HtmlLanguage}" itemprop="correction" itemscope itemtype="https://schema.org/CorrectionComment"><span itemprop="text">{frame.Text(
                    "corrected.note",
                    reason
                )}</span>
                                <span class="quiet"><time itemprop="dateCreated" datetime="{Frame.Iso(corrected)}">{frame.MinuteOf(
                    corrected
                )}</time> · <a href="{frame.Link($"/digests/{Frame.Iso(item.DigestDate)}/history")}">{frame[
                    "corrected.diff"
                ]}</a></span></p>
                """
            );
        }
    }

    /// <param name="html">Gets it.</param>
    /// <param name="frame">What surrounds it.</param>
    /// <param name="content">What was approved.</param>
    /// <param name="sentences">Each with its own state; null where they are not the summary.</param>
    private static void WriteSummary(HtmlText html, Frame frame, ApprovedContent content, List<Sentence>? sentences)
    {
        html.Write($"""<div class="summary" itemprop="articleBody"><p>""");
        if (sentences is null)
        {
            html.Write($"{Coded(content.Summary)}");
        }

        foreach (var sentence in sentences ?? [])
        {
            html.Write($"""<span class="sentence">{Coded(sentence.Claim.Sentence)}""");
            WritePlace(html, frame, sentence);
            html.Write($"</span> ");
        }

        html.Write($"</p></div>");
    }

    private static void WriteEvidence(HtmlText html, Frame frame, ApprovedContent content, List<Sentence> sentences)
    {
        var quoted = sentences.FindAll(each => each.Claim is { Quote: not null, State: not SentenceState.Verbatim });
        if (quoted.Count == 0)
        {
            return;
        }

        html.Write(
            $"""
            <details><summary lang="{frame.HtmlLanguage}">{frame["item.evidence"]}</summary>
                    <ul class="evidence">
            """
        );
        foreach (var sentence in quoted)
        {
            html.Write($"<li>{Coded(sentence.Claim.Sentence)}");
            WritePlace(html, frame, sentence);
            html.Write($"<blockquote");
            WriteAddress(html, "cite", WebLink.Of(content.CanonicalUrl));
            html.Write($">{sentence.Claim.Quote}</blockquote></li>");
        }

        html.Write($"</ul></details>");
    }

    private static void WriteSources(HtmlText html, Frame frame, ApprovedContent content)
    {
        html.Write($"""<p class="quiet" lang="{frame.HtmlLanguage}">{frame["item.sources"]} <a""");
        WriteAddress(html, "href", WebLink.Of(content.CanonicalUrl));
        html.Write($""" rel="noopener noreferrer" itemprop="isBasedOn">{content.CanonicalUrl}</a>""");
        if (content.Author is { Length: > 0 } author)
        {
            html.Write($" · {frame["item.author"]} {author}");
        }

        html.Write($"</p>");
        if (content.FurtherSources.Count == 0)
        {
            return;
        }

        html.Write(
            $"""
            <p class="quiet" lang="{frame.HtmlLanguage}">{frame["item.further"]}</p>
                <ul class="quiet further">
            """
        );
        foreach (var source in content.FurtherSources)
        {
            html.Write($"<li><a");
            WriteAddress(html, "href", WebLink.Of(source.Url));
            html.Write($""" rel="noopener noreferrer" itemprop="citation">{Coded(source.Title)}</a>""");
            html.Write($"{(source.Author is { Length: > 0 } by ? $" · {by}" : null)}</li>");
        }

        html.Write($"</ul>");
    }

    /// <summary>The sentence's state, which leads to its place in the source.</summary>
    private static void WritePlace(HtmlText html, Frame frame, Sentence sentence)
    {
        var (claim, link) = sentence;
        if (claim is { State: null, Quote: null })
        {
            return;
        }

        var (kind, shown) = claim.State is { } state
            ? ($"state {state.ToString().ToLowerInvariant()}", frame[$"state.{state}"])
            : ("state", frame["item.quote"]);
        html.Write($"<a class=\"{kind}\" lang=\"{frame.HtmlLanguage}\"");
        WriteAddress(html, "href", link);
        html.Write($""" title="{frame["item.place"]}" rel="noopener noreferrer">{shown}</a>""");
    }

    private static void WriteAddress(HtmlText html, string name, string? address)
    {
        if (address is not null)
        {
            html.Write($" {name}=\"{address}\"");
        }
    }

    /// <summary>The sentences are the summary, whatever the blanks: then each carries its own state, and nothing is shown twice.</summary>
    private static bool IsSummary(ApprovedContent content)
    {
        ReadOnlySpan<char> rest = content.Summary;
        foreach (var claim in content.Claims)
        {
            foreach (var letter in claim.Sentence.AsSpan())
            {
                if (char.IsWhiteSpace(letter))
                {
                    continue;
                }

                rest = rest.TrimStart();
                if (rest.IsEmpty || rest[0] != letter)
                {
                    return false;
                }

                rest = rest[1..];
            }
        }

        return rest.IsWhiteSpace();
    }

    private static HtmlText.Coded Coded(string text) => new(text);

    /// <param name="Claim">What it says.</param>
    /// <param name="Link">Its place in the source; null where that is no page of the web.</param>
    private sealed record Sentence(Claim Claim, string? Link);
}
