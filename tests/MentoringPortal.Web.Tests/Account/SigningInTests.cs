using System.Buffers.Binary;
using MentoringPortal.Data.Accounts;
using MentoringPortal.Web.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentoringPortal.Web.Tests.Account;

public sealed class SigningInTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("admin"), InlineData("department"), InlineData("official"), InlineData("curator1"), InlineData("mentor1")]
    public async Task Post_RightPassword_OpensTheFirstScreen(string login)
    {
        var visitor = await host.As(login);
        (await visitor.Get("/")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Post_WrongPassword_SaysNothingMore()
    {
        var answer = await host.Anonymous().Submit("/account/login", new() { ["Email"] = "department@demo.example", ["Password"] = "не тот пароль" });
        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("почта или пароль не подходят");
    }

    [Fact]
    public async Task Post_SignOut_EndsTheSessionBehindACopiedCookie()
    {
        var visitor = await host.As("official");
        var copied = (await visitor.Get("/account")).Response.RequestMessage!.Headers.GetValues("Cookie").ToArray();
        await visitor.Post("/account/logout", []);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", copied);
        using var client = host.Server.CreateClient();
        client.BaseAddress = new Uri("https://localhost");
        using var response = await client.SendAsync(request);
        ((int)response.StatusCode).ShouldBe(302);
    }

    [Fact]
    public async Task StoredPassword_IsPbkdf2OfSha512_WithAsManyRoundsAsOwaspAsks()
    {
        var hashes = await host.Db(db => db.Users.Where(u => u.PasswordHash != null).Select(u => u.PasswordHash!).ToListAsync());
        hashes.Count.ShouldBeGreaterThan(5);
        hashes.ShouldAllBe(h => Rounds(h) >= 220_000);
    }

    [Fact]
    public async Task Post_PasswordStoredWithFewerRounds_IsStoredAnew()
    {
        var older = new PasswordHasher<PortalUser>(Options.Create(new PasswordHasherOptions { IterationCount = 100_000 }));
        await SetHash(older.HashPassword(new PortalUser(), Data.Demo.DemoAccounts.Password));
        var visitor = await host.As("mentor2");
        Rounds(await Hash()).ShouldBeGreaterThanOrEqualTo(220_000u);
        await visitor.ShouldBeIn();
        await host.As("mentor2");

        Task<string> Hash() => host.Db(db => db.Users.Where(u => u.Email == "mentor2@demo.example").Select(u => u.PasswordHash!).SingleAsync());
        Task<int> SetHash(string hash) => host.Db(async db =>
        {
            (await db.Users.SingleAsync(u => u.Email == "mentor2@demo.example")).PasswordHash = hash;
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>Identity's third format: a one, the function (2 is HMAC-SHA512), rounds and salt length, big-endian.</summary>
    private static uint Rounds(string stored)
    {
        var bytes = Convert.FromBase64String(stored).AsSpan();
        bytes[0].ShouldBe((byte)1);
        BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]).ShouldBe(2u);
        BinaryPrimitives.ReadUInt32BigEndian(bytes[9..]).ShouldBeGreaterThanOrEqualTo(16u);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes[5..]);
    }
}
