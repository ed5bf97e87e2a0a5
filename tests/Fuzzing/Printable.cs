using System.Globalization;
using System.Text;

namespace NewsEducator.Fuzzing;

/// <summary>Any UTF-16 text, also with half surrogates, as a JSON string of ASCII.</summary>
internal static class Printable
{
    public static string Of(string text)
    {
        var json = new StringBuilder(text.Length + 2).Append('"');
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '"' or '\\' => json.Append('\\').Append(unit),
                >= ' ' and <= '~' => json.Append(unit),
                _ => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
            };
        }

        return json.Append('"').ToString();
    }
}
