using NewsEducator.Compliance.Grounding.Words;

namespace NewsEducator.Compliance.Grounding.Places;

/// <summary>A word that stands far off from the rest is there by chance, and a place that reaches out to it proves too much: it is cut
/// off.</summary>
internal static class TrimmedPlace
{
    private const double StrayWord = 0.1;

    public static Place Of(IReadOnlyList<SourceWord> words, int from, int to, double share, QueryWords sought)
    {
        for (var at = from; at <= to; at++)
        {
            sought.Enter(words[at].Number);
        }

        while (to - from >= sought.Length)
        {
            var (left, leftLoss) = Cut(from, 1);
            var (right, rightLoss) = Cut(to, -1);
            var (gapLeft, gapRight) = (left - from, to - right);
            if (leftLoss < StrayWord * gapLeft && leftLoss * gapRight <= rightLoss * gapLeft)
            {
                share -= Drop(from, left - 1);
                from = left;
            }
            else if (rightLoss < StrayWord * gapRight)
            {
                share -= Drop(right + 1, to);
                to = right;
            }
            else
            {
                break;
            }
        }

        return new Place(words[from].Start..words[to].End, Math.Max(0, share) / sought.Total);

        (int Next, double Loss) Cut(int end, int step)
        {
            var loss = sought.WeightOf(words[end].Number);
            var next = end + step;
            while (next > from && next < to && sought.WeightOf(words[next].Number) == 0)
            {
                next += step;
            }

            return (Math.Clamp(next, from, to), loss);
        }

        double Drop(int start, int end)
        {
            double lost = 0;
            for (var at = start; at <= end; at++)
            {
                lost += sought.Leave(words[at].Number);
            }

            return lost;
        }
    }
}
