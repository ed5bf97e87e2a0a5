using System.Text;

namespace NewsEducator.Collector.Connectors.Feeds.Xml;

/// <summary>A piece of a <see cref="LooseElement"/>: an element or a run of text.</summary>
internal abstract class LooseNode;

internal sealed class LooseText(string value) : LooseNode
{
    public string Value { get; } = value;
}

/// <param name="tag">What it is called.</param>
/// <param name="attributes">By their names as written, whatever the case.</param>
/// <param name="scope">The prefixes that hold inside of it.</param>
/// <param name="parent">Null for the document itself.</param>
internal sealed class LooseElement(LooseName tag, IReadOnlyDictionary<string, string> attributes, LooseScope scope, LooseElement? parent)
    : LooseNode
{
    /// <summary><c>title</c>, <c>dc:creator</c>; lower-case.</summary>
    public string Name => tag.Full;

    /// <summary>As written.</summary>
    public string LocalName => tag.Local;

    public LooseElement? Parent => parent;

    public IReadOnlyDictionary<string, string> Attributes => attributes;

    public LooseScope Scope => scope;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public List<LooseNode> Nodes { get; } = [];

    public IEnumerable<LooseElement> Elements => Nodes.OfType<LooseElement>();

    /// <summary>The children by any of the names, those of the first name first.</summary>
    public List<LooseElement> Each(params ReadOnlySpan<string> names)
    {
        var found = new List<LooseElement>();
        foreach (var name in names)
        {
            foreach (var node in Nodes)
            {
                if (node is LooseElement child && child.Name == name)
                {
                    found.Add(child);
                }
            }
        }

        return found;
    }

    public string? this[string attribute] => attributes.Count == 0 ? null : attributes.GetValueOrDefault(attribute);

    /// <summary>All text below, in order.</summary>
    public string Text()
    {
        if (Nodes is [LooseText only])
        {
            return only.Value;
        }

        var text = new StringBuilder();
        AppendText(text);
        return text.ToString();
    }

    /// <summary>The content as HTML: names without prefixes, and only void elements without an end.</summary>
    public string Markup()
    {
        var markup = new StringBuilder();
        foreach (var node in Nodes)
        {
            LooseMarkup.Append(markup, node);
        }

        return markup.ToString();
    }

    /// <summary>Where relative addresses in here start, by the nearest xml:base.</summary>
    public Uri? Base(Uri? document)
    {
        var outer = Parent is null ? document : Parent.Base(document);
        return this["xml:base"] is { Length: > 0 } here ? WebAddress.Resolve(here, outer) ?? outer : outer;
    }

    /// <summary>By the nearest xml:lang; null where none is set or it is blank.</summary>
    public string? Language => this["xml:lang"] is { } here ? here : Parent?.Language;

    private void AppendText(StringBuilder text)
    {
        foreach (var node in Nodes)
        {
            if (node is LooseElement child)
            {
                child.AppendText(text);
            }
            else if (node is LooseText run)
            {
                text.Append(run.Value);
            }
        }
    }
}
