using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.Summarizer.Chat;
using NewsEducator.Summarizer.Chat.Answers;
using NewsEducator.Summarizer.Chat.Spending;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Data;
using NewsEducator.Summarizer.Embeddings;
using NewsEducator.Summarizer.Judging;
using NewsEducator.Testing;
using Xunit;

namespace NewsEducator.Summarizer.Tests.Chat;

/// <summary>A real database for what models wrote and cost, and engines that use it.</summary>
public sealed class ModelMemory : IAsyncLifetime
{
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        var database = (await TestServers.StartAsync()).NewDatabase();
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<OutboxSignal>()
            .AddDbContext<SummarizerDb>(options => options.UseNpgsql(database))
            .BuildServiceProvider();
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SummarizerDb>().Database.MigrateAsync();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    internal ChatEngine Engine(ChatEngineOptions chat)
    {
        var (options, concepts) = (Options.Create(chat), ConceptMap.Load());
        var scopes = _services.GetRequiredService<IServiceScopeFactory>();
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

    internal async Task<List<ModelCall>> CallsAsync(Guid itemId)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<SummarizerDb>()
            .ModelCalls.Where(call => call.ItemId == itemId)
            .OrderBy(call => call.Id)
            .ToListAsync();
    }
}
