using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace NewsEducator.Testing;

/// <summary>An answer of the site under test.</summary>
public sealed record SiteAnswer(int Status, string ContentType, byte[] Body);

/// <summary>A browser that notices what a stranger's text does: script that runs, a dialog, a request, an element or an address that could
/// do something. It runs without the pages' Content-Security-Policy, which would hide a fault.</summary>
public sealed partial class ActiveContent : IAsyncDisposable
{
    private const string Site = "https://news.example";
    private const string Shown = "https://shown.example";

    // A browser asks for these by itself, and a page's own script for what follows.
    private static readonly string[] Own = ["/favicon.ico", "/site.css", "/review.css", "/review.js", "/mark.svg", "/stream"];

    private readonly Browser _browser;
    private readonly IPage _page;
    private readonly Func<string, Task<SiteAnswer>> _site;
    private readonly ConcurrentDictionary<string, byte[]> _documents = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _requests = [];
    private string _opened = "";

    private ActiveContent(Browser browser, IPage page, Func<string, Task<SiteAnswer>> site) =>
        (_browser, _page, _site) = (browser, page, site);

    /// <summary>What was noticed, with where.</summary>
    public List<string> Faults { get; } = [];

    /// <param name="site">Answers the path and query of a page of ours.</param>
    public static async Task<ActiveContent> StartAsync(Func<string, Task<SiteAnswer>> site)
    {
        var browser = await Browser.StartAsync();
        var context = await browser.NewContextAsync(width: 1440, withoutPolicy: true);
        await context.AddInitScriptAsync(Canary);
        var content = new ActiveContent(browser, await context.NewPageAsync(), site);
        await context.RouteAsync("**/*", content.AnswerAsync);
        return content;
    }

    /// <summary>Opens a page of the site, with its own script.</summary>
    /// <param name="path">With its query.</param>
    /// <param name="texts">Each has to be found in what the page shows, so that none of it was taken for markup.</param>
    public async Task OpenAsync(string path, params IEnumerable<string> texts)
    {
        _opened = path;
        await _page.GotoAsync(Site + path);
        await LookAsync(path, texts);
    }

    /// <summary>Opens a document of HTML, as a mail program or a reader of feeds shows it.</summary>
    /// <param name="name">What the faults call it.</param>
    /// <param name="html">The document or a part of one.</param>
    /// <param name="texts">Each has to be found in what is shown.</param>
    public async Task ShowAsync(string name, string html, params IEnumerable<string> texts)
    {
        _documents["/"] = System.Text.Encoding.UTF8.GetBytes($"<!DOCTYPE html><meta charset=utf-8><title>{name}</title>{html}");
        await _page.GotoAsync(Shown);
        await LookAsync(name, texts);
    }

    /// <summary>Opens Markdown as two programs render it that let HTML through; skipped where their packages are missing.</summary>
    public async Task ShowMarkdownAsync(string name, string markdown, params IEnumerable<string> texts)
    {
        foreach (var (renderer, package, call) in Renderers)
        {
            await _page.GotoAsync("about:blank");
            await _page.AddScriptTagAsync(new PageAddScriptTagOptions { Content = await File.ReadAllTextAsync(Renderer(package)) });
            await ShowAsync($"{name} by {renderer}", await _page.EvaluateAsync<string>(call, markdown), texts);
        }
    }

    /// <summary>The packages that render Markdown are installed.</summary>
    public static bool HasMarkdown => Array.TrueForAll(Renderers, each => File.Exists(Renderer(each.Package)));

    /// <summary>What is seen of a text that is written as it is, in each place of an HTML document that a program may write text
    /// into.</summary>
    public async Task<bool> IsLiveAsync(string text)
    {
        string[] places =
        [
            $"<p>{text}</p>",
            $"<p title=\"{text}\">x</p>",
            $"<p title='{text}'>x</p>",
            $"<p title={text}>x</p>",
            $"<a href=\"{text.Replace("\"", "&quot;", StringComparison.Ordinal)}\">x</a>",
            $"<title>{text}</title>",
            $"<textarea>{text}</textarea>",
            $"<!-- {text} -->",
            $"<svg><style>{text}</style></svg>",
        ];
        return await _page.EvaluateAsync<bool>(
            $$"""places => places.some(place => ({{Audit}})(new DOMParser().parseFromString(place, 'text/html')).length > 0)""",
            places
        );
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    private async Task LookAsync(string name, IEnumerable<string> texts)
    {
        try
        {
            Faults.AddRange((await SeenAsync(texts)).Concat(_requests).Select(fault => $"{name}: {fault}"));
        }
        catch (PlaywrightException) when (!_requests.IsEmpty)
        {
            Faults.AddRange(_requests.Select(fault => $"{name}: leads away, {fault}"));
        }

        _requests.Clear();
    }

    private async Task<IEnumerable<string>> SeenAsync(IEnumerable<string> texts)
    {
        // What a page starts as it opens has begun by the second frame.
        var seen = await _page.EvaluateAsync<string[]>(
            $$"""
            async () => {
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              return [...window.canaries.map(what => `ran: ${what}`), ...({{Audit}})(document)];
            }
            """
        );
        var shown = Unseen().Replace(await _page.EvaluateAsync<string>("document.body?.textContent ?? ''"), "");
        return seen.Concat(
            texts.Where(text => !shown.Contains(Unseen().Replace(text, ""), StringComparison.Ordinal)).Select(text => $"lacks {text}")
        );
    }

    private async Task AnswerAsync(IRoute route)
    {
        var url = new Uri(route.Request.Url);
        if (route.Request.Url.StartsWith(Shown, StringComparison.Ordinal) && _documents.TryGetValue(url.PathAndQuery, out var document))
        {
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", BodyBytes = document });
        }
        else if (url.PathAndQuery is "/stream" or "/favicon.ico")
        {
            await route.AbortAsync();
        }
        else if (route.Request.Url.StartsWith(Site, StringComparison.Ordinal) && IsOwn(url.PathAndQuery))
        {
            var answer = await _site(url.PathAndQuery);
            // A page that is not there or fails shows nothing of what is looked for.
            if (answer.Status is 404 or >= 500)
            {
                _requests.Enqueue($"answers {answer.Status}");
            }

            await route.FulfillAsync(
                new RouteFulfillOptions
                {
                    Status = answer.Status,
                    ContentType = answer.ContentType,
                    BodyBytes = answer.Body,
                }
            );
        }
        else
        {
            _requests.Enqueue($"asks {route.Request.Url}");
            await route.AbortAsync();
        }
    }

    private bool IsOwn(string path) =>
        path == _opened || new Uri(new Uri(Site), _opened).PathAndQuery == path || Own.Contains(path) || SourceOfCandidate().IsMatch(path);

    private static string Renderer(string package) => Repository.In($"artifacts/npm/node_modules/{package}");

    private static readonly (string Renderer, string Package, string Call)[] Renderers =
    [
        ("marked", "marked/lib/marked.umd.js", "text => marked.parse(text)"),
        (
            "markdown-it",
            "markdown-it/dist/browser/markdown-it.umd.min.js",
            "text => markdownit({ html: true, linkify: true }).render(text)"
        ),
    ];

    private const string Canary = """
        window.canaries = [];
        window.canary = what => window.canaries.push(`canary ${what}`);
        for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = what => { window.canaries.push(`${name} ${what}`); };
        """;

    // A browser resolves an address as it would when it is used. Ours are named by where they lead, whatever else a stranger's could be.
    private const string Audit = """
        document => {
          const faults = [];
          if (document.contentType !== 'text/html') return faults;
          const ours = [
            'link[href="/site.css"], link[href="/review.css"], link[href="/mark.svg"], script[src="/review.js"]',
            'link[rel=canonical], link[rel=alternate], link[rel=prev], link[rel=next]',
            'dialog#help, dialog#sheet, svg.chart *, svg.share *',
          ].join();
          const active = [
            'script, style, link, base, meta[http-equiv], template, iframe, frame, frameset, object, embed, applet, portal, isindex, keygen',
            'svg *, math, math *, img, image, picture, video, audio, source, marquee, dialog, noscript, xmp, plaintext, listing, [srcdoc]',
            '[contenteditable], [popovertarget], [autofocus], [style*="url("], [style*="expression"], [style*=binding], [style*=fixed]',
          ].join();
          const addresses = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'cite', 'background', 'ping', 'xlink:href', 'to'];
          for (const element of document.querySelectorAll('*')) {
            const name = `<${element.localName}${element.id ? ` #${element.id}` : ''}>`;
            if (element.matches(active) && !element.matches(ours)) faults.push(`${name} is there`);
            for (const attribute of element.attributes) {
              if (attribute.name.startsWith('on')) faults.push(`${name} has ${attribute.name}`);
              if (!addresses.includes(attribute.name)) continue;
              const link = document.createElement('a');
              link.href = attribute.value;
              // An address that cannot be read has no scheme, and leads nowhere.
              const isForm = attribute.name.endsWith('action');
              if (!['http:', 'https:', 'mailto:', ':'].includes(link.protocol)) faults.push(`${name} leads to ${attribute.value}`);
              if (isForm && link.hostname.endsWith('evil.example')) faults.push(`${name} sends to ${attribute.value}`);
            }
          }
          return faults;
        }
        """;

    // Blanks are joined, what nobody sees is taken out, and code stands without its marks.
    [GeneratedRegex(@"[\s\p{C}\uFFFD`]+")]
    private static partial Regex Unseen();

    [GeneratedRegex("^/candidates/[0-9a-f-]{36}/(source|card)$|^/packs/[0-9-]+/bar$")]
    private static partial Regex SourceOfCandidate();
}
