using System.Text.RegularExpressions;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>A sentence that says what the writer makes of the sentences before it (这反映了…的难题): the source need not say it.</summary>
internal static partial class Commentary
{
    public static bool Is(string sentence) => Opening().IsMatch(sentence);

    [GeneratedRegex("^(这|此)[^，。；]{0,5}(反映|体现|说明|凸显|印证|意味着|提醒|启示)")]
    private static partial Regex Opening();
}
