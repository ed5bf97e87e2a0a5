namespace NewsEducator.Upstream.Day;

internal enum ItemKind
{
    Issue,
    Pull,
    Discussion,
    Advisory,
    Release,
    Video,
    Paper,
    ModelDiscussion,
    DatasetDiscussion,
    Article,
}
