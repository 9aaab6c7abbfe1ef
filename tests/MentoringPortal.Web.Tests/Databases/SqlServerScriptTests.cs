using MentoringPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace MentoringPortal.Web.Tests.Databases;

/// <summary>
/// Where no SQL Server is at hand, the script of all migrations is parsed by Microsoft's parser and its objects are bound to each other in
/// a DacFx model: wrong syntax, tables, columns and types are found; what a server alone can say is said where MENTORING_TEST_SQLSERVER is set.
/// </summary>
public sealed class SqlServerScriptTests
{
    [Fact]
    public void Script_OfAllMigrations_IsValidTSql()
    {
        Parse(Script(), out var errors);

        errors.ShouldBeEmpty();
    }

    [Fact]
    public void Script_OfAllMigrations_HoldsTogether()
    {
        using var model = Bind(Definitions(Script()), out var messages);

        messages.ShouldBeEmpty();
        using var db = OfflineDb.Create(DatabaseProvider.SqlServer);
        var expected = db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct();
        model.GetObjects(DacQueryScopes.UserDefined, ModelSchema.Table).Select(table => table.Name.Parts[^1])
            .ShouldBe([.. expected, "__EFMigrationsHistory"], ignoreOrder: true);
        model.GetObjects(DacQueryScopes.UserDefined, ModelSchema.DmlTrigger).ShouldNotBeEmpty("the journal is append-only");
    }

    [Theory]
    [InlineData("CREATE TABLE A (Id int PRIMARY KEY);", "CREATE INDEX IX_A ON A (Missing);")]
    [InlineData("CREATE TABLE A (Id int PRIMARY KEY);", "CREATE TABLE B (AId int REFERENCES Missing (Id));")]
    [InlineData("CREATE TABLE A (Id int PRIMARY KEY);", "ALTER TABLE A ADD C nosuchtype NULL;")]
    [InlineData("CREATE TABLE A (Id int PRIMARY KEY);", "IF 1 = 1 EXEC(N'CREATE INDEX IX_A ON A (Missing);');")]
    public void Check_SeesWhatDoesNotHoldTogether(string first, string second)
    {
        using var model = Bind(Definitions(first + second), out var messages);

        messages.ShouldNotBeEmpty();
    }

    private static string Script()
    {
        using var db = OfflineDb.Create(DatabaseProvider.SqlServer);
        return db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
    }

    private static TSqlFragment Parse(string sql, out IList<ParseError> errors)
    {
        using var reader = new StringReader(sql);
        return new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out errors);
    }

    private static TSqlModel Bind(IEnumerable<string> definitions, out List<string> messages)
    {
        var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        try
        {
            foreach (var definition in definitions)
                model.AddObjects(definition);
            messages = [.. model.Validate().Select(message => message.ToString())];
        }
        catch (DacModelException refused)
        {
            messages = [refused.Message];
        }

        return model;
    }

    private static IEnumerable<string> Definitions(string script)
    {
        var schema = new SchemaVisitor();
        Parse(script, out _).Accept(schema);
        return schema.Definitions;
    }

    /// <summary>
    /// Collects what defines objects, out of the script's IF blocks and EXEC(N'…'). DacFx knows no ALTER of columns: later steps are folded into
    /// the table that they change.
    /// </summary>
    private sealed class SchemaVisitor : TSqlFragmentVisitor
    {
        private readonly Dictionary<string, CreateTableStatement> _tables = new(StringComparer.OrdinalIgnoreCase);
        private readonly List<TSqlStatement> _others = [];

        public IEnumerable<string> Definitions => _tables.Values.Concat(_others).Select(statement =>
        {
            new Sql160ScriptGenerator().GenerateScript(statement, out var sql);
            return sql;
        });

        public override void Visit(CreateTableStatement node) => _tables.Add(node.SchemaObjectName.BaseIdentifier.Value, node);

        public override void Visit(CreateIndexStatement node) => _others.Add(node);

        public override void Visit(CreateTriggerStatement node) => _others.Add(node);

        public override void Visit(AlterTableAddTableElementStatement node)
        {
            var table = Table(node);
            foreach (var column in node.Definition.ColumnDefinitions)
                table.ColumnDefinitions.Add(column);
            foreach (var constraint in node.Definition.TableConstraints)
                table.TableConstraints.Add(constraint);
        }

        public override void Visit(AlterTableAlterColumnStatement node) =>
            Table(node).ColumnDefinitions.Single(column => Same(column.ColumnIdentifier, node.ColumnIdentifier)).DataType = node.DataType;

        public override void Visit(AlterTableDropTableElementStatement node)
        {
            var table = Table(node);
            foreach (var element in node.AlterTableDropTableElements)
            {
                Remove(table.ColumnDefinitions, column => Same(column.ColumnIdentifier, element.Name));
                Remove(table.TableConstraints, constraint => Same(constraint.ConstraintIdentifier, element.Name));
            }
        }

        public override void Visit(DropIndexStatement node)
        {
            foreach (var clause in node.DropIndexClauses.OfType<DropIndexClause>())
                _others.RemoveAll(other => other is CreateIndexStatement index && Same(index.Name, clause.Index));
        }

        public override void Visit(DropTableStatement node)
        {
            foreach (var name in node.Objects)
                _tables.Remove(name.BaseIdentifier.Value);
        }

        public override void Visit(ExecutableStringList node)
        {
            // A name that is known at run time alone (of a default that an altered column loses) stands as some name.
            var inner = string.Concat(node.Strings.Select(part => part is StringLiteral literal ? literal.Value : "[name]"));
            var fragment = Parse(inner, out var errors);
            errors.ShouldBeEmpty();
            fragment.Accept(this);
        }

        private TableDefinition Table(AlterTableStatement node) => _tables[node.SchemaObjectName.BaseIdentifier.Value].Definition;

        private static bool Same(Identifier? one, Identifier? other) => string.Equals(one?.Value, other?.Value, StringComparison.OrdinalIgnoreCase);

        private static void Remove<T>(IList<T> list, Func<T, bool> which)
        {
            foreach (var one in list.Where(which).ToList())
                list.Remove(one);
        }
    }
}
