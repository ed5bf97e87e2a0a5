namespace NewsEducator.Compliance.Grounding.Figures;

/// <summary>A number in the base unit of its dimension: 200ms, 200 ms and 0.2 s are the same.</summary>
/// <param name="Value">Rounded to nine digits, so that equal amounts are equal however they were written.</param>
/// <param name="Dimension">Empty for counts and bare numbers.</param>
internal readonly record struct Quantity(double Value, string Dimension)
{
    private const double MostDigits = 1e9;

    public static Quantity Of(double value, string dimension)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return new Quantity(0, dimension);
        }

        if (double.IsInteger(value) && Math.Abs(value) < MostDigits)
        {
            return new Quantity(value, dimension);
        }

        var scale = Math.Pow(10, 8 - Math.Floor(Math.Log10(Math.Abs(value))));
        return double.IsFinite(scale) ? new Quantity(Math.Round(value * scale) / scale, dimension) : new Quantity(value, dimension);
    }
}
