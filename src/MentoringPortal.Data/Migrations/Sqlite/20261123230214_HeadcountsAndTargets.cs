using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentoringPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HeadcountsAndTargets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "OpenedOn",
                table: "Organizations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Counted",
                table: "CoverageTargets",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Role",
                table: "CoverageTargets",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "CoverageTargets",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "CoverageTargets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // Targets of papers that were read before: the line 15/30/70 speaks of supplementary programmes; the others wait for somebody to say whom they mean.
            migrationBuilder.Sql("UPDATE CoverageTargets SET Counted = 'PupilsInProgrammes' WHERE Population LIKE '%дополнительн%'");

            migrationBuilder.AlterColumn<int>(
                name: "OrderId",
                table: "CoverageTargets",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.CreateTable(
                name: "Headcounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Pupils = table.Column<int>(type: "INTEGER", nullable: true),
                    PupilsInBand = table.Column<int>(type: "INTEGER", nullable: true),
                    PupilsInProgrammes = table.Column<int>(type: "INTEGER", nullable: true),
                    Teachers = table.Column<int>(type: "INTEGER", nullable: true),
                    YoungTeachers = table.Column<int>(type: "INTEGER", nullable: true),
                    Enterprises = table.Column<int>(type: "INTEGER", nullable: true),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EnteredByName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Headcounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Headcounts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Headcounts_OrganizationId",
                table: "Headcounts",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Headcounts_SchoolYear_OrganizationId",
                table: "Headcounts",
                columns: new[] { "SchoolYear", "OrganizationId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Headcounts");

            migrationBuilder.DropColumn(
                name: "OpenedOn",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Counted",
                table: "CoverageTargets");

            migrationBuilder.DropColumn(
                name: "Role",
                table: "CoverageTargets");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "CoverageTargets");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "CoverageTargets");

            migrationBuilder.AlterColumn<int>(
                name: "OrderId",
                table: "CoverageTargets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
