using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace NewsEducator.Review.Ranking;

/// <summary>Weights to try; what is not given is as in force.</summary>
/// <param name="Days">How many days back, 1 to 90; 14 where none is given.</param>
internal sealed record RankingChanges(
    [property: FromQuery(Name = "days")] int? Days,
    [property: FromQuery(Name = "packSize")] int? PackSize,
    [property: FromQuery(Name = "valueWeight")] double? ValueWeight,
    [property: FromQuery(Name = "voicesWeight")] double? VoicesWeight,
    [property: FromQuery(Name = "recencyWeight")] double? RecencyWeight,
    [property: FromQuery(Name = "repeatPenalty")] double? RepeatPenalty,
    [property: FromQuery(Name = "sourcePenalty")] double? SourcePenalty,
    [property: FromQuery(Name = "ledgerPenalty")] double? LedgerPenalty,
    [property: FromQuery(Name = "ledgerDays")] int? LedgerDays,
    [property: FromQuery(Name = "lowestWorth")] double? LowestWorth,
    [property: FromQuery(Name = "lowestValue")] double? LowestValue
)
{
    public const int DefaultDays = 14;
    public const int MostDays = 90;

    public int WantedDays => Days ?? DefaultDays;

    public RankingOptions Of(RankingOptions inForce) =>
        inForce with
        {
            PackSize = PackSize ?? inForce.PackSize,
            ValueWeight = ValueWeight ?? inForce.ValueWeight,
            VoicesWeight = VoicesWeight ?? inForce.VoicesWeight,
            RecencyWeight = RecencyWeight ?? inForce.RecencyWeight,
            RepeatPenalty = RepeatPenalty ?? inForce.RepeatPenalty,
            SourcePenalty = SourcePenalty ?? inForce.SourcePenalty,
            LedgerPenalty = LedgerPenalty ?? inForce.LedgerPenalty,
            LedgerDays = LedgerDays ?? inForce.LedgerDays,
            LowestWorth = LowestWorth ?? inForce.LowestWorth,
            LowestValue = LowestValue ?? inForce.LowestValue,
        };

    /// <returns>What cannot be tried, by the ranges that hold for the configuration too; empty where all can.</returns>
    public static IReadOnlyList<string> Faults(RankingOptions wanted, int days)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(wanted, new ValidationContext(wanted), faults, validateAllProperties: true);
        return
        [
            .. faults.Select(fault => fault.ErrorMessage!),
            .. days is < 1 or > MostDays ? [$"days must be between 1 and {MostDays}."] : Array.Empty<string>(),
        ];
    }
}
