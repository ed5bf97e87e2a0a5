using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>The words of a text in lower case, in their order; of Chinese, which has no spaces, each pair of neighbouring
/// characters. They may be overwritten.</summary>
internal ref struct LowerCaseWords(string text)
{
    private readonly Span<char> _text = Lower(text);
    private int _start;
    private int _endOfPair;

    public Span<char> Current { get; private set; }

    public readonly LowerCaseWords GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_endOfPair == 0 && _start <= _text.Length)
        {
            var start = _start;
            var end = EndOfWord(start);
            _start = end + 1;
            _endOfPair = end > 0 && end < _text.Length && Script.IsChinese(_text[end]) && Script.IsChinese(_text[end - 1]) ? end + 1 : 0;
            if (end > start)
            {
                Current = _text[start..end];
                return true;
            }
        }

        if (_endOfPair == 0)
        {
            return false;
        }

        Current = _text[(_endOfPair - 2).._endOfPair];
        _endOfPair = 0;
        return true;
    }

    private readonly int EndOfWord(int at)
    {
        while (at < _text.Length && char.IsLetterOrDigit(_text[at]) && !Script.IsChinese(_text[at]))
        {
            at++;
        }

        return at;
    }

    private static char[] Lower(string text)
    {
        var lower = new char[text.Length];
        text.AsSpan().ToLowerInvariant(lower);
        return lower;
    }
}
