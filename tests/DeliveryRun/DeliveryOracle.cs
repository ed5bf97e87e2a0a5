namespace NewsEducator.DeliveryRun;

/// <summary>Holds what somebody saw against what was announced.</summary>
internal static class DeliveryOracle
{
    /// <param name="who">Who saw it.</param>
    /// <param name="announced">All of it, in any order.</param>
    /// <param name="seen">In the order in which it came, repeats included.</param>
    /// <returns>Every violation, in words.</returns>
    public static IEnumerable<string> Violations(string who, IReadOnlyCollection<Seen> announced, IReadOnlyCollection<Seen> seen)
    {
        var first = seen.Distinct().ToList();
        foreach (var missing in announced.Except(first))
        {
            yield return $"{who} never saw {missing}";
        }

        foreach (var strange in first.Except(announced))
        {
            yield return $"{who} saw what nobody announced: {strange}";
        }

        foreach (var digest in first.GroupBy(each => each.Date))
        {
            var revisions = digest.Select(each => each.Revision).ToList();
            if (!revisions.SequenceEqual(revisions.Order()))
            {
                yield return $"{who} saw the revisions of {digest.Key:yyyy-MM-dd} in the order {string.Join(", ", revisions)}";
            }
        }
    }
}
