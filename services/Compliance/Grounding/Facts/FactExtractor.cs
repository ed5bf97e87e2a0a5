using NewsEducator.Compliance.Grounding.Alignment;
using NewsEducator.Compliance.Grounding.Figures;
using NewsEducator.Compliance.Grounding.Names;
using NewsEducator.Compliance.Grounding.Words;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Facts;

/// <summary>Reads the anchors of a sentence and looks each up in the source.</summary>
internal static class FactExtractor
{
    // A Chinese numeral counts only before a measure word: 三台, but not 三思 or 十分.
    private const string MeasureWords = "台次个条人名步种处项轮位倍秒小天周年月套张份行块层组批类节版字点段";

    private const int ExactLength = 5;

    private static readonly char[] ListStarts = [.. SentenceUnit.ClauseEnds, ':'];

    public static List<Anchor> Read(string sentence, SourceFacts facts)
    {
        var isChinese = Script.HasChinese(sentence);
        var anchors = new List<Anchor>();
        var afterNumber = -1;
        foreach (var token in Tokens.Read(sentence, withCode: true))
        {
            if (token.Start == afterNumber && Units.Find(token.Text) is not null)
            {
                continue;
            }

            afterNumber =
                token.Kind == TokenKind.Number
                    ? sentence.IndexOf(token.Unit, token.Start + token.Text.Length, StringComparison.Ordinal)
                    : -1;
            if (
                !IsOrdinal(sentence, token)
                && ReadToken(sentence, token, isChinese, facts) is { } anchor
                && anchors.All(other => other.Text != anchor.Text)
            )
            {
                anchors.Add(anchor);
            }
        }

        return anchors;
    }

    private static Anchor? ReadToken(string sentence, Token token, bool isChinese, SourceFacts facts) =>
        token.Kind switch
        {
            TokenKind.Code when token.Text.Length > 0 => new Anchor(AnchorKind.Identifier, token.Text, facts.FindCode(token.Text)),
            TokenKind.Number => ReadNumber(sentence, token, facts),
            TokenKind.Word when token.Text is ['v' or 'V', >= '0' and <= '9', ..] => new Anchor(
                AnchorKind.Version,
                token.Text,
                facts.FindVersion(token.Text[1..])
            ),
            TokenKind.Word when !isChinese && NumberReading.IsCount(token.Text) => ReadNumber(sentence, token, facts),
            TokenKind.Word when IsName(token, isChinese) => new Anchor(AnchorKind.Name, token.Text, facts.FindName(token.Text)),
            _ => null,
        };

    private static Anchor? ReadNumber(string sentence, Token token, SourceFacts facts)
    {
        if (NumberReading.IsTimeOfDay(token.Text))
        {
            return new Anchor(AnchorKind.Number, token.Text, facts.FindName(token.Text) ?? facts.FindName(token.Text.PadLeft(5, '0')));
        }

        if (NumberReading.IsVersion(token.Text))
        {
            return new Anchor(AnchorKind.Version, token.Text, facts.FindVersion(token.Text));
        }

        var unit = Units.Find(token.Unit);
        if (Script.IsChinese(token.Text[0]) && unit is null && !(token.Unit.Length > 0 && MeasureWords.Contains(token.Unit[0])))
        {
            return null;
        }

        var readings = NumberReading.Of(token).ToList();
        if (readings.Count == 0)
        {
            return null;
        }

        if (unit is null && token.FollowsWord && token.Text.Contains('.'))
        {
            return new Anchor(AnchorKind.Version, token.Text, facts.FindVersion(token.Text));
        }

        // Who writes 两次 or 三位 may have counted for themselves: the figure need stand nowhere.
        if (unit is null && (IsOwnCount(token) || CountsItsList(sentence, token)))
        {
            return null;
        }

        var places = unit is null ? facts.FindAmount(readings) ?? facts.FindVersion(token.Text) : facts.FindAmount(Strict(token, readings));
        places ??= unit?.Dimension == Units.Times ? facts.FindRatio(readings[0].Value) : null;
        places ??= Rounding.IsMarked(sentence, token) ? facts.FindRounded(readings[0], token.Text) : null;

        return new Anchor(AnchorKind.Number, $"{token.Text} {unit?.Text ?? MeasureOf(token.Unit)}".Trim(), places);
    }

    private static bool IsOwnCount(Token token) =>
        token.Text == "两" || (Script.IsChinese(token.Text[0]) && token.Unit is ['位' or '名' or '种' or '类' or '项', ..]);

    // 俄勒冈、新加坡和法兰克福三个区域: whoever lists them has counted them.
    private static bool CountsItsList(string sentence, Token token)
    {
        if (token.Unit is not ['个' or '家' or '款' or '方' or '大', ..])
        {
            return false;
        }

        var start = sentence.LastIndexOfAny(ListStarts, token.Start) + 1;
        var list = sentence.AsSpan(start, token.Start - start);
        var joints = list.Count('、') + (list.ContainsAny('和', '与', '及') ? 1 : 0);
        return joints > 0 && NumberReading.ValueOf(token.Text) == joints + 1;
    }

    // 第三天 is no three days, and 零点 is midnight.
    private static bool IsOrdinal(string sentence, Token token) =>
        token.Kind == TokenKind.Number
        && (sentence.AsSpan(0, token.Start).TrimEnd(' ').EndsWith('第') || (token.Text == "零" && token.Unit is ['点', ..]));

    private static string MeasureOf(string unit) => unit.Length > 0 && Script.IsChinese(unit[0]) ? unit[..1] : "";

    // With a unit the amount must be there in this unit or one like it, or be in a table, where the unit is in the heading. A figure as
    // exact as 3.339 may stand in any list without its unit.
    private static IEnumerable<Quantity> Strict(Token token, List<Quantity> readings)
    {
        var bare = readings.First(reading => reading.Dimension == NumberReading.Bare);
        var strict = readings
            .Where(reading => reading.Dimension != NumberReading.Bare)
            .Append(bare with { Dimension = NumberReading.Cell });
        return token.Text.Contains('.') && token.Text.Length >= ExactLength ? strict.Append(bare with { Dimension = "" }) : strict;
    }

    // In Chinese text every Latin word is a term of the matter; in English only what is written as a name or has signs of code.
    private static bool IsName(Token token, bool isChinese) =>
        !NameForms.SaysNothing(token.Text)
        && (
            isChinese
            || token.Text.AsSpan(1).ContainsAnyInRange('A', 'Z')
            || token.Text.AsSpan().ContainsAnyInRange('0', '9')
            || token.Text.Contains('_')
            || (token.Start > 0 && char.IsAsciiLetterUpper(token.Text[0]))
        );
}
