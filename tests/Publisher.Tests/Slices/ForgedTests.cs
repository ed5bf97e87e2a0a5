using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class ForgedTests(PublisherFixture fixture)
{
    private readonly PublisherApp _app = fixture.App;

    public enum Forgery
    {
        NoSignature,
        UnknownKey,
        NotBase64,
        OtherCandidate,
        OtherReviewer,
        OtherTime,
        OtherHash,
    }

    [Theory]
    [InlineData(Forgery.NoSignature)]
    [InlineData(Forgery.UnknownKey)]
    [InlineData(Forgery.NotBase64)]
    [InlineData(Forgery.OtherCandidate)]
    [InlineData(Forgery.OtherReviewer)]
    [InlineData(Forgery.OtherTime)]
    [InlineData(Forgery.OtherHash)]
    public async Task What_Review_did_not_sign_is_refused_and_the_genuine_one_is_published_afterwards(Forgery forgery)
    {
        var day = new ReleasedDay(_app);
        var genuine = day.Item(1);
        var release = day.Release(genuine);
        await _app.SendAsIsAsync(Forge(forgery, genuine));
        await _app.SendAsIsAsync(
            release with
            {
                Signature = forgery is Forgery.NoSignature ? null : PublisherApp.Signed(day.Release()).Signature,
            }
        );

        await RefusedAsync(genuine.CandidateId, release.PackId);
        (await _app.WithDbAsync(db => db.ApprovedItems.AnyAsync(item => item.PackId == day.PackId))).ShouldBeFalse();
        (await _app.WithDbAsync(db => db.Releases.AnyAsync(each => each.PackId == day.PackId))).ShouldBeFalse();
        (await day.PageAsync()).ShouldBe(HttpStatusCode.NotFound);

        await _app.SendAsync(genuine);
        await _app.SendAsync(release);
        ((int)(await day.PublishedAsync())["published"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_signed_release_under_another_date_than_its_packs_is_refused()
    {
        var (day, other) = (new ReleasedDay(_app), new ReleasedDay(_app));
        await _app.SendAsync(day.Release() with { PackDate = other.Date });
        await RefusedAsync(day.PackId);
        (await other.PageAsync()).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_came_unsigned_before_the_upgrade_waits_for_its_signature()
    {
        var day = new ReleasedDay(_app);
        var item = day.Item(1);
        await day.ArriveAsync(item);
        await _app.WithDbAsync(db =>
            db.ApprovedItems.Where(each => each.CandidateId == item.CandidateId)
                .ExecuteUpdateAsync(update => update.SetProperty(each => each.IsSigned, false))
        );
        await day.ArriveAsync(day.Release(item));
        var sentinel = new ReleasedDay(_app);
        await _app.SendAsync(sentinel.Release());
        await sentinel.PublishedAsync();
        (await day.PageAsync()).ShouldBe(HttpStatusCode.NotFound);

        await _app.SendAsync(item with { SentAgainAt = DateTimeOffset.UnixEpoch });
        ((int)(await day.PublishedAsync())["published"]!).ShouldBe(1);
        await _app.SendAsync(day.Release(item) with { SentAgainAt = DateTimeOffset.UnixEpoch });
        await _app.SendAsync(item with { SentAgainAt = DateTimeOffset.UnixEpoch.AddDays(1) });
        (await day.TitlesAsync()).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Without_an_accepted_key_the_service_says_what_is_missing_and_does_not_start()
    {
        await using var app = await PublisherApp.StartAsync();
        await using var without = app.WithWebHostBuilder(builder =>
            builder.UseSetting($"Signing:PublicKeys:{TestSigning.KeyId}", "no key")
        );
        Should
            .Throw<OptionsValidationException>(() => without.Server)
            .Message.ShouldContain("Signing:PublicKeys is empty or holds something that is no ECDSA P-256 public key");
    }

    private Task<List<string>> RefusedAsync(params Guid[] ids) =>
        Eventually.GetAsync(
            async () =>
                await _app.WithDbAsync(db => db.Database.SqlQuery<string>($"SELECT reason AS \"Value\" FROM dead_letters").ToListAsync()),
            reasons => ids.All(id => reasons.Exists(reason => reason.Contains($"{id} is not signed by Review", StringComparison.Ordinal))),
            "the refusal to be kept"
        );

    private static ItemApproved Forge(Forgery forgery, ItemApproved genuine)
    {
        var signed = PublisherApp.Signed(genuine);
        return forgery switch
        {
            Forgery.NoSignature => genuine,
            Forgery.UnknownKey => signed with { Signature = signed.Signature! with { KeyId = "stranger" } },
            Forgery.NotBase64 => signed with { Signature = signed.Signature! with { Value = "no base64 at all" } },
            Forgery.OtherCandidate => genuine with { Signature = PublisherApp.Signed(genuine with { CandidateId = Guid.Empty }).Signature },
            Forgery.OtherReviewer => signed with { ApprovedBy = "mallory" },
            Forgery.OtherTime => signed with { ApprovedAt = signed.ApprovedAt.AddTicks(1) },
            _ => signed with { ContentHash = new string('0', 64) },
        };
    }
}
