namespace NewsEducator.Summarizer.Chat;

/// <summary>Finds quotes in a source whatever their blanks and line breaks, and gives them back as the source has them.</summary>
internal sealed class QuoteSearch
{
    private readonly string _source;
    private readonly string _squeezed;
    private readonly int[] _origin;

    public QuoteSearch(string source)
    {
        _source = source;
        (_squeezed, _origin) = Squeeze(source);
    }

    public string? Find(string? quote)
    {
        var sought = Squeeze(quote ?? "").Text.Trim();
        var at = sought.Length == 0 ? -1 : _squeezed.IndexOf(sought, StringComparison.Ordinal);
        return at < 0 ? null : _source[_origin[at]..(_origin[at + sought.Length - 1] + 1)];
    }

    private static (string Text, int[] Origin) Squeeze(string text)
    {
        var squeezed = new char[text.Length];
        var origin = new int[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var isBlank = char.IsWhiteSpace(text[at]);
            if (isBlank && length > 0 && squeezed[length - 1] == ' ')
            {
                continue;
            }

            squeezed[length] = isBlank ? ' ' : text[at];
            origin[length++] = at;
        }

        return (new string(squeezed, 0, length), origin);
    }
}
