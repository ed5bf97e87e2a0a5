namespace NewsEducator.Collector.Connectors.HuggingFace;

/// <summary>The discussions of a dataset.</summary>
internal sealed class HuggingFaceDatasets(IHuggingFaceApi api) : HuggingFaceDiscussions(api)
{
    public override string Name => "huggingface-dataset-discussions";

    public override SourceTarget Target => SourceTarget.Dataset;

    protected override string Repositories => "datasets";
}
