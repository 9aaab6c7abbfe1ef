using MentoringPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MentoringPortal.Web.Tests.Databases;

/// <summary>SQL Server refuses a table that deletes reach by two ways, or by a ring (error 1785); SQLite and DacFx do not notice.</summary>
public sealed class CascadePathsTests
{
    [Fact]
    public void Model_ForSqlServer_ReachesNoTableByTwoCascades()
    {
        using var db = OfflineDb.Create(DatabaseProvider.SqlServer);

        TwicePaths(db.Model).ShouldBeEmpty();
    }

    [Fact]
    public void Check_SeesTwoPathsAndRings()
    {
        using var diamond = new Diamond();
        using var ring = new Ring();

        TwicePaths(diamond.Model).ShouldBe(["Top: Top → Left → Bottom; Top → Right → Bottom"], ignoreOrder: true);
        TwicePaths(ring.Model).ShouldBe(["Node: Node → Node"]);
    }

    private static List<string> TwicePaths(IModel model)
    {
        var cascades = model.GetEntityTypes().SelectMany(type => type.GetForeignKeys())
            .Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
            .Select(key => (From: key.PrincipalEntityType.GetTableName(), To: key.DeclaringEntityType.GetTableName(), key.IsOwnership))
            .Where(edge => edge is { From: not null, To: not null } && !(edge.IsOwnership && edge.From == edge.To))
            .Select(edge => (From: edge.From!, To: edge.To!))
            .ToLookup(edge => edge.From, edge => edge.To);

        return [.. from start in cascades.Select(edges => edges.Key)
                   from paths in Paths(cascades, [start]).GroupBy(path => path[^1])
                   let ways = paths.Where(path => path[^1] == start || paths.Count() > 1).Select(path => string.Join(" → ", path)).ToList()
                   where ways.Count > 0
                   select $"{start}: {string.Join("; ", ways)}"];
    }

    private static IEnumerable<string[]> Paths(ILookup<string, string> cascades, string[] path)
    {
        foreach (var next in cascades[path[^1]])
        {
            string[] longer = [.. path, next];
            yield return longer;
            if (path.Contains(next))
                continue;
            foreach (var further in Paths(cascades, longer))
                yield return further;
        }
    }

    private sealed class Diamond : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlServer("Server=nowhere");

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            foreach (var name in new[] { "Top", "Left", "Right", "Bottom" })
                modelBuilder.Entity(name, entity => { entity.Property<int>("Id"); entity.ToTable(name); });
            Cascade(modelBuilder, "Left", "Top");
            Cascade(modelBuilder, "Right", "Top");
            Cascade(modelBuilder, "Bottom", "Left");
            Cascade(modelBuilder, "Bottom", "Right");
        }
    }

    private sealed class Ring : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlServer("Server=nowhere");

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity("Node", entity => { entity.Property<int>("Id"); entity.ToTable("Node"); });
            Cascade(modelBuilder, "Node", "Node");
        }
    }

    private static void Cascade(ModelBuilder builder, string dependent, string principal) =>
        builder.Entity(dependent).HasOne(principal, null).WithMany().HasForeignKey($"{principal}Key").OnDelete(DeleteBehavior.Cascade);
}
