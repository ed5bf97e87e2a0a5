using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsEducator.Summarizer.Chat;
using NewsEducator.Summarizer.Chat.Answers;
using NewsEducator.Summarizer.Chat.Spending;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Data;
using NewsEducator.Summarizer.Embeddings;
using NewsEducator.Summarizer.Judging;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Chat;

/// <summary>A real database for what models wrote and cost, and engines that use it.</summary>
public sealed class ModelMemory : IAsyncLifetime
{
    private ServiceDatabase<SummarizerDb> _database = null!;

    public async ValueTask InitializeAsync() =>
        _database = new ServiceDatabase<SummarizerDb>(await ServiceHome.NewDatabaseAsync<SummarizerDb>());

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    internal ChatEngine Engine(ChatEngineOptions chat)
    {
        var (options, concepts) = (Options.Create(chat), ConceptMap.Load());
        var scopes = _database.Scopes;
        return new ChatEngine(
            [.. chat.Models.Select(name => ChatModel.Connect(name, chat, TimeProvider.System))],
            options,
            new ModelLedger(scopes, options, TimeProvider.System),
            new AnswerCache(scopes, TimeProvider.System),
            concepts,
            new ItemReader(SomeJudge.Shipped, new VectorCache(SomeJudge.Encoder, scopes, TimeProvider.System)),
            TimeProvider.System,
            NullLogger<ChatEngine>.Instance
        );
    }

    internal Task<List<ModelCall>> CallsAsync(Guid itemId) =>
        _database.ReadAsync(db => db.ModelCalls.Where(call => call.ItemId == itemId).OrderBy(call => call.Id).ToListAsync());
}
