using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>Writes a note's front matter: each value by the JSON writer, as JSON strings are YAML's double-quoted scalars.</summary>
/// <remarks>
/// What plug-ins of notes programs run wherever it stands, such as templates, is written in escapes: a YAML reader gets the text back as it
/// was, and a program that reads the bytes finds nothing to run.
/// </remarks>
internal static partial class FrontMatter
{
    private static readonly JsonSerializerOptions Quoted = new() { Encoder = EncoderOf("<>[]{}%$=`!^|~*#:&'+.") };

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An address, written as it is in the note's text so that a person can read it.</summary>
    internal sealed record Address(string Url);

    public static string Of(params IEnumerable<(string Key, object? Value)> fields)
    {
        var text = new StringBuilder("---\n");
        foreach (var (key, value) in fields.Where(field => field.Value is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"{key}:{Render(value!)}\n");
        }

        return text.Append("---\n").ToString();
    }

    private static string Render(object value) =>
        value switch
        {
            IEnumerable<string> list => string.Concat(list.Select(each => $"\n  - {Scalar(each)}")),
            string text => $" {Scalar(text)}",
            Address address => $" {JsonSerializer.Serialize(MarkdownText.Address(PlainText.Line(address.Url)), Readable)}",
            DateOnly date => $" {date:yyyy-MM-dd}",
            bool flag => flag ? " true" : " false",
            _ => string.Create(CultureInfo.InvariantCulture, $" {value}"),
        };

    private static string Scalar(string text) =>
        Word().IsMatch(text) ? text : JsonSerializer.Serialize(PlainText.Line(XmlSafeText.Of(text)), Quoted);

    private static JavaScriptEncoder EncoderOf(string escaped)
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters([.. escaped]);
        return JavaScriptEncoder.Create(settings);
    }

    // Two words at least, so that no reader takes it for a value of another type.
    [GeneratedRegex("^[a-z]+(-[a-z]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
