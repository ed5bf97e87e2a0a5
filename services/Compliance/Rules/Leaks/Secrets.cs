using System.Text.RegularExpressions;

namespace NewsEducator.Compliance.Rules.Leaks;

/// <summary>Keys and tokens by their shape; what is reported is its kind, never the secret.</summary>
internal static partial class Secrets
{
    public static IEnumerable<string> KindsIn(string text)
    {
        if (Aws().IsMatch(text))
        {
            yield return "AWS access key";
        }

        if (GitHub().IsMatch(text))
        {
            yield return "GitHub token";
        }

        if (PrivateKey().IsMatch(text))
        {
            yield return "private key";
        }

        if (Jwt().IsMatch(text))
        {
            yield return "JWT";
        }

        if (OtherKeys().IsMatch(text))
        {
            yield return "API key";
        }
    }

    [GeneratedRegex(@"\b(?:AKIA|ASIA)[0-9A-Z]{16}")]
    private static partial Regex Aws();

    [GeneratedRegex(@"\bgh[pousr]_[0-9A-Za-z]{30}|\bgithub_pat_[0-9A-Za-z_]{30}")]
    private static partial Regex GitHub();

    [GeneratedRegex("-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"(?<![0-9A-Za-z_-])eyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{10}")]
    private static partial Regex Jwt();

    [GeneratedRegex(@"\b(?:sk-[0-9A-Za-z_-]{24}|xox[abprs]-[0-9A-Za-z-]{10}|hf_[0-9A-Za-z]{30}|AIza[0-9A-Za-z_-]{35})")]
    private static partial Regex OtherKeys();
}
