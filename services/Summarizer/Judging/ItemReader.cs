using NewsEducator.Contracts;
using NewsEducator.Summarizer.Embeddings;

namespace NewsEducator.Summarizer.Judging;

/// <summary>Reads and judges a snapshot; what was encoded before is taken from the cache.</summary>
internal sealed class ItemReader(ItemJudge judge, VectorCache vectors)
{
    public async Task<Judged> ReadAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var text = JudgedText.Of(snapshot);
        return judge.Judge(snapshot, text, ItemJudge.Reads(snapshot) ? await vectors.EncodeAsync(text.Parts, cancellationToken) : []);
    }
}
