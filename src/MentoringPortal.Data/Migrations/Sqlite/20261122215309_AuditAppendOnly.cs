using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentoringPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AuditAppendOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var verb in new[] { "UPDATE", "DELETE" })
                migrationBuilder.Sql($"CREATE TRIGGER TR_AuditEntries_No{verb} BEFORE {verb} ON AuditEntries BEGIN SELECT RAISE(ABORT, 'AuditEntries is append-only'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var verb in new[] { "UPDATE", "DELETE" })
                migrationBuilder.Sql($"DROP TRIGGER TR_AuditEntries_No{verb};");
        }
    }
}
