using System.Globalization;
using NewsEducator.Collector.Connectors.Dates;

namespace NewsEducator.Collector.Tests.Connectors.Dates;

public sealed class LooseDateTests
{
    [Theory]
    [InlineData("2026-03-04T08:15:30Z", "2026-03-04T08:15:30Z")]
    [InlineData("2026-03-04 08:15:30.987 +0530", "2026-03-04T02:45:30Z")]
    [InlineData("2026-03-04T24:00:00Z", "2026-03-05T00:00:00Z")]
    [InlineData("20260304", "2026-03-04T00:00:00Z")]
    [InlineData("2026-03", "2026-03-01T00:00:00Z")]
    [InlineData("2026/03/04 08:15", "2026-03-04T08:15:00Z")]
    [InlineData("Wed, 04 Mar 2026 08:15:30 GMT", "2026-03-04T08:15:30Z")]
    [InlineData("Wed, 4 March 26 08:15 PDT", "2026-03-04T15:15:00Z")]
    [InlineData("Tue, 04 Mar 2026 08:15:30 GMT", "2026-03-04T08:15:30Z")]
    [InlineData("1772612130", "2026-03-04T08:15:30Z")]
    [InlineData("04 Mar 2026", "2026-03-04T00:00:00Z")]
    [InlineData("Wed, 04-Mar-2026 08:15:30 +01:00", "2026-03-04T07:15:30Z")]
    [InlineData("Wed, 04 Mar 2026 08:15:60 Z", "2026-03-04T08:16:00Z")]
    [InlineData("March 4, 2026 8:15 pm", "2026-03-04T20:15:00Z")]
    [InlineData("Wed Mar  4 08:15:30 PST 2026", "2026-03-04T16:15:30Z")]
    [InlineData("Wed Mar 4 08:15:30 2026", "2026-03-04T08:15:30Z")]
    public void A_date_is_read_however_it_is_written(string text, string utc) =>
        LooseDate.Parse(text).ShouldBe(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture));

    public static TheoryData<string, string> Given()
    {
        var rows = new TheoryData<string, string>();
        foreach (
            var row in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "05-dates.tsv")).Select(line => line.Split('\t'))
        )
        {
            rows.Add(row[0], row[1]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Given))]
    [InlineData("Mi, 4. März 2026, 16.29 Uhr", "2026-03-04T16:29:00Z")]
    [InlineData("miércoles, 4 de marzo de 2026 - 16:29", "2026-03-04T16:29:00Z")]
    [InlineData("mar, 24 mar 2026 08:00:00 +0100", "2026-03-24T07:00:00Z")]
    [InlineData("25 de fev. de 2026 às 10h05", "2026-02-25T10:05:00Z")]
    [InlineData("gio, 05 giu 2026 10:15:00 +0200", "2026-06-05T08:15:00Z")]
    [InlineData("5 lipca 2026, 9:05", "2026-07-05T09:05:00Z")]
    [InlineData("12. července 2026 14:00", "2026-07-12T14:00:00Z")]
    [InlineData("2026. november 25., 10:15", "2026-11-25T10:15:00Z")]
    [InlineData("25 Kasım 2026 Çarşamba 10:15", "2026-11-25T10:15:00Z")]
    [InlineData("25. marraskuuta 2026 klo 10.15", "2026-11-25T10:15:00Z")]
    [InlineData("25 november 2026 kl. 10:15", "2026-11-25T10:15:00Z")]
    [InlineData("середа, 25 листопада 2026 10:15", "2026-11-25T10:15:00Z")]
    [InlineData("25 мая 2026 г., 10:15", "2026-05-25T10:15:00Z")]
    [InlineData("Τετ, 25 Νοέ 2026 10:15:00 +0200", "2026-11-25T08:15:00Z")]
    [InlineData("25 نوفمبر 2026 10:15", "2026-11-25T10:15:00Z")]
    [InlineData("2026年11月16日 下午3:05", "2026-11-16T15:05:00Z")]
    [InlineData("2026年11月16日15時05分", "2026-11-16T15:05:00Z")]
    [InlineData("二〇二六年十一月十六日", "2026-11-16T00:00:00Z")]
    [InlineData("二零二六年三月二十一日 上午九时五分", "2026-03-21T09:05:00Z")]
    [InlineData("2026年十月三十日", "2026-10-30T00:00:00Z")]
    [InlineData("令和8年11月16日", "2026-11-16T00:00:00Z")]
    [InlineData("令和元年５月１日 15時05分", "2019-05-01T15:05:00Z")]
    [InlineData("平成三十年十二月一日", "2018-12-01T00:00:00Z")]
    [InlineData("民國115年11月16日", "2026-11-16T00:00:00Z")]
    [InlineData("中华民国一一五年一月二日", "2026-01-02T00:00:00Z")]
    [InlineData("2026년 11월 16일 오후 3:05", "2026-11-16T15:05:00Z")]
    [InlineData("16 tháng 11, 2026 10:15", "2026-11-16T10:15:00Z")]
    [InlineData("16 พ.ย. 2569 10:15", "2026-11-16T10:15:00Z")]
    [InlineData("1er décembre 2026", "2026-12-01T00:00:00Z")]
    [InlineData("Nov 16th, 2026 9:05 p. m.", "2026-11-16T21:05:00Z")]
    [InlineData("November 16, 2026 12:05 AM", "2026-11-16T00:05:00Z")]
    [InlineData("12:30 pm, Nov 16, 2026", "2026-11-16T12:30:00Z")]
    [InlineData("Mon Nov 16 2026 10:57:00 GMT+0100 (Central European Standard Time)", "2026-11-16T09:57:00Z")]
    [InlineData("Mon, 16 Nov 2026 10:57:00 Europe/Berlin", "2026-11-16T09:57:00Z")]
    [InlineData("2026-07-16T10:57:00[Europe/Berlin]", "2026-07-16T08:57:00Z")]
    [InlineData("2026-11-16 10:57:00 Pacific Standard Time", "2026-11-16T18:57:00Z")]
    [InlineData("16.11.2026 10:57", "2026-11-16T10:57:00Z")]
    [InlineData("16.11.26", "2026-11-16T00:00:00Z")]
    [InlineData("16-11-2026 10:57:01", "2026-11-16T10:57:01Z")]
    [InlineData("Tue, 03/10/2026", "2026-03-10T00:00:00Z")]
    [InlineData("Sat, 03/10/2026", "2026-10-03T00:00:00Z")]
    [InlineData("2026-11-16T10:57:00.123456789+01:00", "2026-11-16T09:57:00Z")]
    [InlineData("2026-11-16T10:57:00,5Z", "2026-11-16T10:57:00Z")]
    [InlineData("2026-11-16T10:57+01", "2026-11-16T09:57:00Z")]
    [InlineData("20261116T105700Z", "2026-11-16T10:57:00Z")]
    [InlineData("2026-W47-1", "2026-11-16T00:00:00Z")]
    [InlineData("2026-320", "2026-11-16T00:00:00Z")]
    [InlineData("2026-11-16T10:57:00 -0000", "2026-11-16T10:57:00Z")]
    [InlineData("1772612130123", "2026-03-04T08:15:30Z")]
    [InlineData("1772612130.25", "2026-03-04T08:15:30Z")]
    [InlineData("Mon, 16 Nov 26 10:57 GMT", "2026-11-16T10:57:00Z")]
    [InlineData("Montag, 16 Nov 2026 10:57:00 GMT", "2026-11-16T10:57:00Z")]
    [InlineData("Nov 16 '26", "2026-11-16T00:00:00Z")]
    [InlineData("'26 Nov 16", "2026-11-16T00:00:00Z")]
    [InlineData("2026-11-16 PM 4:29", "2026-11-16T16:29:00Z")]
    [InlineData("a.m. 12:29, 16 Nov 2026", "2026-11-16T00:29:00Z")]
    [InlineData("Nov 16, 2026 4:29p", "2026-11-16T16:29:00Z")]
    [InlineData("16/11/2026 4:29 μ.μ.", "2026-11-16T16:29:00Z")]
    [InlineData("16/11/2026 4:29 π.μ.", "2026-11-16T04:29:00Z")]
    [InlineData("16/11/2026 4:29 م", "2026-11-16T16:29:00Z")]
    [InlineData("16/11/2026 12:29 ص", "2026-11-16T00:29:00Z")]
    [InlineData("الجمعة 16 مايو 2026 10:15", "2026-05-16T10:15:00Z")]
    [InlineData("2026年11月16日 傍晚6:29", "2026-11-16T18:29:00Z")]
    [InlineData("2026－11－16", "2026-11-16T00:00:00Z")]
    [InlineData("2026 m. lapkričio 16 d.", "2026-11-16T00:00:00Z")]
    [InlineData("2026. gada 16. novembris, 10:15", "2026-11-16T10:15:00Z")]
    [InlineData("/Date(1772612130000+0100)/", "2026-03-04T08:15:30Z")]
    [InlineData("1772612130123456789", "2026-03-04T08:15:30Z")]
    public void A_date_is_read_in_whatever_language(string text, string utc) =>
        LooseDate.Parse(text).ShouldBe(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("03/04/2026", "DayFirst", "2026-04-03T00:00:00Z")]
    [InlineData("03/04/2026 10:15", "MonthFirst", "2026-03-04T10:15:00Z")]
    [InlineData("30/04/2026", "MonthFirst", "2026-04-30T00:00:00Z")]
    public void Numbers_are_read_in_the_order_of_their_feed(string text, string order, string utc) =>
        LooseDate.Parse(text, Enum.Parse<DayOrder>(order)).ShouldBe(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("+99999999999")]
    [InlineData("99999999999")]
    [InlineData("-1")]
    [InlineData("0001-01-01T00:00:00+05:00")]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("9999-12-31T24:00:00Z")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 -2400")]
    [InlineData("2026-11-25T10:00:00+99999999999")]
    [InlineData("2026-11-25T25:00:00")]
    [InlineData("2026-W99-9")]
    [InlineData("0000-000")]
    [InlineData("31/31/2026")]
    [InlineData("去年十一月十六日")]
    [InlineData("令和999年13月40日")]
    [InlineData("10:15")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("2 days ago")]
    [InlineData("TBD")]
    public void What_cannot_be_a_date_is_none_and_throws_nothing(string text) => LooseDate.Parse(text).ShouldBeNull();

    [Fact]
    public void Whatever_is_written_nothing_is_thrown()
    {
        var random = new Random(7);
        string[] parts =
        [
            "99999999999",
            "+",
            "-",
            ":",
            "/",
            ".",
            "W53",
            "Nov",
            "2026",
            "31",
            "12",
            " ",
            "T",
            "Z",
            "a.m.",
            "Europe/Berlin",
            "年",
            "٣",
            "9999",
            "00",
            "EST",
            ",",
        ];
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => parts[random.Next(parts.Length)]));
            Should.NotThrow(() => LooseDate.Parse(text), text);
        }
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-13-04")]
    [InlineData("2026-02-30")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("")]
    public void What_is_no_date_is_none(string text) => LooseDate.Parse(text).ShouldBeNull();

    [Fact]
    public void A_date_of_a_megabyte_is_not_looked_at() => LooseDate.Parse(new string('1', 1_000_000)).ShouldBeNull();
}
