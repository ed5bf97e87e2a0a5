namespace NewsEducator.Upstream.Day;

internal sealed record Reply(string Author, TimeSpan After, int Reactions, bool IsAnswer, string Body);
