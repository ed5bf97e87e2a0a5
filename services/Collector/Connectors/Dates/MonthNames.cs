namespace NewsEducator.Collector.Connectors.Dates;

/// <summary>Beginnings of the months' names and abbreviations, whatever the ending: ноябрь and ноября, März and Mrz.</summary>
internal static class MonthNames
{
    // Of names that begin alike the longer beginning counts. Where two languages disagree (listopad, srpen) the larger one is meant.
    private static readonly string[] ByMonth =
    [
        "jan ene gen ian jaan янв яну јан січ сту sty led oca tammi sau sij ιαν ינו يناير كانون_الثاني ม.ค มกรา जन",
        "feb fev sub lut uno vas vel helmi veeb фев лют φεβ פבר فبر شباط ก.พ กุมภา फ़र फर",
        "mar mrz mrt maart maalis mac bre kov ozu мар бер сак μαρ מרץ מרס مار اذار มี.ค มีนา मार्च",
        "apr abr avr nis kwi dub huhti bal trav апр кві кра απρ אפר ابر نيسان เม.ย เมษา अप्र",
        "may mai maj mei mag kve touko geg svi маи мая мај тра μαι מאי مايو ايار พ.ค พฤษภา मई",
        "jun juin giu iun haz cze cerv cvn kesa bir lipanj lipnj июн юни јун чер ιουν יונ يون حزير มิ.ย มิถุนา जून",
        "jul juil lug iul tem lip cervenec cervenc cvc heina lie srpanj srpnj июл юли јул лип ιουλ יול يول تموز ก.ค กรกฎา जुल",
        "aug aou ago agu ags avg agost sie srp elo rug rgp kol авг сер жні αυγ אוג اغسطس اب ส.ค สิงหา अग",
        "sep set sze eyl wrz zar syys rugs rgs ruj сен сеп вер σεπ ספט سبت ايلول ก.ย กันยา सित",
        "oct okt out ott eki paz rij loka spa окт жов кас οκτ אוק اكت تشرين_الاول ต.ค ตุลา अक्",
        "nov noi noe kas lis marras lap stu ноя ное нов лис ліс νοε נוב نوف تشرين_الثاني พ.ย พฤศจิกา नव",
        "dec dez dic des dets ara gru pro joulu дек дец гру сне δεκ דצמ ديس كانون_الاول ธ.ค ธันวา दिस",
    ];

    private static readonly Dictionary<string, int> Months = ByMonth
        .SelectMany((names, month) => DateLetters.Fold(names).Split(' ').Select(name => (Name: name.Replace('_', ' '), Month: month + 1)))
        .ToDictionary(row => row.Name, row => row.Month);

    private static readonly int Longest = Months.Keys.Max(name => name.Length);

    /// <param name="word">Folded, see <see cref="DateLetters"/>.</param>
    /// <returns>1 to 12; 0 where it is no month.</returns>
    public static int Read(string word)
    {
        for (var length = Math.Min(word.Length, Longest); length > 1; length--)
        {
            if (Months.TryGetValue(word[..length], out var month))
            {
                return month;
            }
        }

        return 0;
    }
}
